import { credentials } from "@sleekapp/contracts/route";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { routes } from "@sleekapp/contracts";
import { edgeHeader } from "@sleekapp/contracts/edge";
import { beforeAll, describe, expect, test } from "vitest";
import { everyStage, type StageTemplates, stages, templatesOf } from "../test/support/templates.ts";
import { pageRewrite } from "./page-rewrite.ts";

let templates: Record<string, StageTemplates>;
beforeAll(async () => {
  templates = await everyStage();
});
const all = (stage: string, type: string) => templates[stage]?.all(type) ?? [];
const distribution = (stage: string) => all(stage, "AWS::CloudFront::Distribution").at(0)?.properties.DistributionConfig;
const named = (stage: string, id: string) =>
  all(stage, "AWS::CloudFront::ResponseHeadersPolicy").find((policy) => policy.id.startsWith(id))?.properties.ResponseHeadersPolicyConfig;
const policy = (stage: string, type: string, reference: { Ref: string }) => all(stage, type).find(({ id }) => id === reference.Ref)?.properties;
const behaviour = (stage: string, path: string) =>
  distribution(stage).CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === path);

describe.each(stages)("edge of %s", (stage) => {
  test("one distribution serves pages, media, shared answers and private ones, the narrower address first", () => {
    const paths = distribution(stage).CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern);

    expect(paths).toEqual(["/media/*", "/v1/public/*", "/v1/*"]);
    expect(distribution(stage).CustomErrorResponses).toBeUndefined();
  });

  test("plain HTTP and old TLS are refused", () => {
    const protocols = [distribution(stage).DefaultCacheBehavior, ...distribution(stage).CacheBehaviors].map((each) => each.ViewerProtocolPolicy);

    expect(new Set(protocols)).toEqual(new Set(["redirect-to-https", "https-only"]));
    expect(distribution(stage).ViewerCertificate?.MinimumProtocolVersion).toBe(stage === "dev" ? undefined : "TLSv1.2_2021");
  });

  test("a shared answer is kept by address and query alone: who asks reaches neither the cache nor the API", () => {
    const shared = behaviour(stage, "/v1/public/*");
    const cache = policy(stage, "AWS::CloudFront::CachePolicy", shared.CachePolicyId).CachePolicyConfig;
    const request = policy(stage, "AWS::CloudFront::OriginRequestPolicy", shared.OriginRequestPolicyId).OriginRequestPolicyConfig;

    expect(shared.AllowedMethods).toEqual(["GET", "HEAD"]);
    expect(cache).toMatchObject({ MinTTL: 0, DefaultTTL: 0 });
    expect(cache.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
      CookiesConfig: { CookieBehavior: "none" },
      HeadersConfig: { HeaderBehavior: "none" },
      QueryStringsConfig: { QueryStringBehavior: "all" },
    });
    expect(request).toMatchObject({
      CookiesConfig: { CookieBehavior: "none" },
      HeadersConfig: { HeaderBehavior: "whitelist", Headers: ["CloudFront-Viewer-Address"] },
    });
  });

  test("a private answer is kept by nobody: at most a second, apart for each credential, and only if it said so itself", () => {
    const cache = policy(stage, "AWS::CloudFront::CachePolicy", behaviour(stage, "/v1/*").CachePolicyId).CachePolicyConfig;
    const headers = cache.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.Headers;

    expect(cache).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 1 });
    expect(headers).toEqual(["Authorization", ...credentials]);
  });

  test("every header a contract reads reaches the API", () => {
    const { CachePolicyId, OriginRequestPolicyId } = behaviour(stage, "/v1/*");
    const cache = policy(stage, "AWS::CloudFront::CachePolicy", CachePolicyId).CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin
      .HeadersConfig.Headers;
    const request = policy(stage, "AWS::CloudFront::OriginRequestPolicy", OriginRequestPolicyId).OriginRequestPolicyConfig.HeadersConfig.Headers;
    const forwarded = [...cache, ...request].map((header: string) => header.toLowerCase());
    const read = new Set([
      ...routes.flatMap(({ credentials }) => [...credentials]),
      "authorization",
      "idempotency-key",
      "content-type",
      "cloudfront-viewer-address",
      "stripe-signature",
    ]);

    expect([...read].filter((header) => !forwarded.includes(header))).toEqual([]);
    expect(cache.length).toBeLessThanOrEqual(10);
    expect(request.length).toBeLessThanOrEqual(10);
  });

  test("the API can tell that a request came through the edge, and the proof is not in the template", () => {
    const origin = distribution(stage).Origins.find(({ CustomOriginConfig }: { CustomOriginConfig?: unknown }) => CustomOriginConfig);

    expect(origin.OriginCustomHeaders).toEqual([{ HeaderName: edgeHeader, HeaderValue: `{{resolve:ssm:/sleekapp/${stage}/edge-secret}}` }]);
    expect(origin.CustomOriginConfig).toMatchObject({ OriginProtocolPolicy: "https-only", OriginSSLProtocols: ["TLSv1.2"] });
  });

  test("the buckets are read by signed requests of the distribution, not by the public", () => {
    const buckets = distribution(stage).Origins.filter(({ S3OriginConfig }: { S3OriginConfig?: unknown }) => S3OriginConfig);

    expect(buckets).toHaveLength(2);
    for (const { OriginAccessControlId, S3OriginConfig } of buckets) {
      expect(OriginAccessControlId["Fn::GetAtt"][0]).toMatch(/S3OriginAccessControl/);
      expect(S3OriginConfig).toEqual({ OriginAccessIdentity: "" });
    }
  });

  test("pages may run our scripts and Stripe's, and talk to Stripe, Cognito and the private bucket", () => {
    const csp = named(stage, "PageHeaders").SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
    const directives = Object.fromEntries(csp.split("; ").map((each: string) => [each.split(" ")[0], each.split(" ").slice(1)]));

    expect(directives["script-src"]).toEqual(["'self'", "https://js.stripe.com"]);
    expect(directives["frame-src"]).toEqual(["https://js.stripe.com", "https://hooks.stripe.com"]);
    expect(directives["connect-src"]).toEqual([
      "'self'",
      "https://api.stripe.com",
      "https://cognito-idp.us-east-1.amazonaws.com",
      `https://s3.us-east-1.amazonaws.com/${stage}-sleekapp-private-000000000000/`,
      `https://s3.us-east-1.amazonaws.com/${stage}-sleekapp-private-000000000000`,
    ]);
    expect(directives["frame-ancestors"]).toEqual(["'none'"]);
    expect(directives["default-src"]).toEqual(["'self'"]);
  });

  test("every answer says that it must be fetched by TLS, not guessed at and not framed", () => {
    for (const id of ["PageHeaders", "MediaHeaders", "ApiHeaders"])
      expect(named(stage, id).SecurityHeadersConfig).toMatchObject({
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true, Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: "DENY", Override: true },
        ReferrerPolicy: { ReferrerPolicy: "strict-origin-when-cross-origin" },
      });
  });

  test("no answer leaves the edge without these headers, whatever it comes from", () => {
    const { DefaultCacheBehavior, CacheBehaviors } = distribution(stage);
    const bare = [DefaultCacheBehavior, ...CacheBehaviors].filter((behaviour) => behaviour.ResponseHeadersPolicyId === undefined);

    expect(bare).toEqual([]);
  });

  test("a firewall stands at the edge and at the user pool in staging and production, and at nothing that cannot have one", () => {
    const scopes = all(stage, "AWS::WAFv2::WebACL").map(({ properties }) => properties.Scope);
    const targets = all(stage, "AWS::WAFv2::WebACLAssociation").map(({ properties }) => JSON.stringify(properties.ResourceArn));

    expect(scopes).toEqual(stage === "dev" ? [] : ["REGIONAL", "CLOUDFRONT"]);
    expect(Boolean(distribution(stage).WebACLId)).toBe(stage !== "dev");
    expect(targets.every((target) => target.includes("Users"))).toBe(true);
    expect(all(stage, "AWS::WAFv2::WebACL").every(({ properties }) => JSON.stringify(properties.Rules).includes("RateBasedStatement"))).toBe(true);
  });
});

test.each([
  ["/", "/index.html"],
  ["/quote", "/quote/index.html"],
  ["/quote/", "/quote/index.html"],
  ["/orders/ord_01", "/app.html"],
  ["/v2.0/orders", "/app.html"],
  ["/assets/main-1a2b.js", "/assets/main-1a2b.js"],
  ["/config.json", "/config.json"],
  ["/constructor", "/app.html"],
])("the address %s is answered with the file %s", (address, file) => {
  const rewrite = runInNewContext(`${pageRewrite(["/quote"])}; handler`);

  expect(rewrite({ request: { uri: address } }).uri).toBe(file);
});

test("a built web application is put into its bucket with the configuration of the stage: files for ever, pages never cached", async () => {
  const built = mkdtempSync(path.join(tmpdir(), "web-"));
  for (const file of ["assets/main-1a2b.js", "index.html", "quote/index.html"]) {
    mkdirSync(path.dirname(path.join(built, file)), { recursive: true });
    writeFileSync(path.join(built, file), file);
  }

  const { all } = await templatesOf("staging", { web: built });

  const [assets, pages] = all("Custom::CDKBucketDeployment").map(({ properties }) => properties);
  expect(assets).toMatchObject({
    DestinationBucketKeyPrefix: "assets",
    Prune: false,
    SystemMetadata: { "cache-control": "max-age=31536000, immutable" },
  });
  expect(pages).toMatchObject({ Prune: false, SystemMetadata: { "cache-control": "no-cache" }, DistributionPaths: ["/*"] });
  expect(pages.SourceObjectKeys).toHaveLength(2);
  expect(all("AWS::CloudFront::Function")[0]?.properties.FunctionCode).toContain('var pages = {"/quote":1};');
  for (const { properties } of all("AWS::Lambda::Function")) expect(properties.LoggingConfig.LogGroup.Ref).toBeDefined();
});
