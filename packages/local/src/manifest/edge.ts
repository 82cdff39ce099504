import * as z from "zod";
import type { Resolver } from "./resolve.ts";
import type { Behaviour, Edge, Origin } from "./types.ts";

const strings = z.array(z.string()).default([]);
const BehaviourShape = z.looseObject({
  PathPattern: z.string().default("*"),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(["GET", "HEAD"]),
  CachePolicyId: z.string().optional(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z.array(z.looseObject({ EventType: z.string(), FunctionARN: z.string() })).default([]),
});
const OriginShape = z.looseObject({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z.string().default(""),
  OriginCustomHeaders: z.array(z.looseObject({ HeaderName: z.string(), HeaderValue: z.string() })).default([]),
});
const DistributionShape = z.looseObject({
  DistributionConfig: z.looseObject({
    Aliases: strings,
    DefaultRootObject: z.string().default(""),
    DefaultCacheBehavior: BehaviourShape,
    CacheBehaviors: z.array(BehaviourShape).default([]),
    Origins: z.array(OriginShape),
  }),
});
const CachePolicyShape = z.looseObject({
  CachePolicyConfig: z.looseObject({
    MinTTL: z.coerce.number(),
    DefaultTTL: z.coerce.number(),
    MaxTTL: z.coerce.number(),
    ParametersInCacheKeyAndForwardedToOrigin: z.looseObject({
      CookiesConfig: z.looseObject({ CookieBehavior: z.string() }),
      HeadersConfig: z.looseObject({ HeaderBehavior: z.string(), Headers: strings }),
    }),
  }),
});
const RequestPolicyShape = z.looseObject({
  OriginRequestPolicyConfig: z.looseObject({
    CookiesConfig: z.looseObject({ CookieBehavior: z.string() }),
    HeadersConfig: z.looseObject({ HeaderBehavior: z.string(), Headers: strings }),
  }),
});

type CacheRules = Pick<Behaviour, "ttl" | "keyHeaders" | "forwardsCookies">;
type RequestRules = Pick<Behaviour, "forwardedHeaders" | "forwardsCookies">;

const none: CacheRules = { ttl: { min: 0, default: 0, max: 0 }, keyHeaders: [], forwardsCookies: false };
/** AWS's own cache policies (CachingDisabled, CachingOptimized twice, UseOriginCacheControlHeaders), by the ids its documentation lists. */
const managedCache: Readonly<Record<string, CacheRules>> = {
  "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": none,
  "658327ea-f89d-4fab-a63d-7e88639e58f6": { ...none, ttl: { min: 1, default: 86_400, max: 31_536_000 } },
  "b2884449-e4de-46a7-ac36-70bc7f1ddd6d": { ...none, ttl: { min: 1, default: 86_400, max: 31_536_000 } },
  "83da9c7e-98b4-4e11-a168-04f0df8e2c65": { ...none, ttl: { min: 0, default: 0, max: 31_536_000 } },
};
/** AllViewer and AllViewerExceptHostHeader. */
const managedForwardAll = new Set(["216adef6-5c7f-47e4-b989-5492eafa07d3", "b689b0a8-53d0-40ab-baf2-68738e2966ac"]);

const lower = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());

function cacheRules(from: Resolver, id: string | undefined): CacheRules {
  const managed = managedCache[id ?? ""];
  if (managed) return managed;
  const resource = id === undefined ? undefined : from.find(id, "AWS::CloudFront::CachePolicy");
  if (!resource) return none;
  const policy = CachePolicyShape.parse(from.properties(resource)).CachePolicyConfig;
  const keyed = policy.ParametersInCacheKeyAndForwardedToOrigin;
  return {
    ttl: { min: policy.MinTTL, default: policy.DefaultTTL, max: policy.MaxTTL },
    keyHeaders: lower(keyed.HeadersConfig.Headers),
    forwardsCookies: keyed.CookiesConfig.CookieBehavior !== "none",
  };
}

function requestRules(from: Resolver, id: string | undefined): RequestRules {
  if (managedForwardAll.has(id ?? "")) return { forwardedHeaders: "all", forwardsCookies: true };
  const resource = id === undefined ? undefined : from.find(id, "AWS::CloudFront::OriginRequestPolicy");
  if (!resource) return { forwardedHeaders: [], forwardsCookies: false };
  const policy = RequestPolicyShape.parse(from.properties(resource)).OriginRequestPolicyConfig;
  return {
    forwardedHeaders: policy.HeadersConfig.HeaderBehavior.startsWith("all") ? "all" : lower(policy.HeadersConfig.Headers),
    forwardsCookies: policy.CookiesConfig.CookieBehavior !== "none",
  };
}

const Item = z.looseObject({ Header: z.string(), Value: z.string() });
const HeadersShape = z.looseObject({
  ResponseHeadersPolicyConfig: z.looseObject({
    CustomHeadersConfig: z.looseObject({ Items: z.array(Item).default([]) }).optional(),
    SecurityHeadersConfig: z
      .looseObject({
        ContentSecurityPolicy: z.looseObject({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: z.unknown().optional(),
        FrameOptions: z.looseObject({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: z.looseObject({ ReferrerPolicy: z.string() }).optional(),
        StrictTransportSecurity: z
          .looseObject({
            AccessControlMaxAgeSec: z.coerce.number(),
            IncludeSubdomains: z.coerce.boolean().default(false),
            Preload: z.coerce.boolean().default(false),
          })
          .optional(),
      })
      .default({}),
  }),
});

type Security = NonNullable<z.output<typeof HeadersShape>["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]>;

const transportSecurity = (hsts: Security["StrictTransportSecurity"]): string | undefined =>
  hsts &&
  [`max-age=${hsts.AccessControlMaxAgeSec}`, ...(hsts.IncludeSubdomains ? ["includeSubDomains"] : []), ...(hsts.Preload ? ["preload"] : [])].join(
    "; ",
  );

const securityHeaders = (security: Security): Record<string, string | undefined> => ({
  "content-security-policy": security.ContentSecurityPolicy?.ContentSecurityPolicy,
  "x-content-type-options": security.ContentTypeOptions === undefined ? undefined : "nosniff",
  "x-frame-options": security.FrameOptions?.FrameOption,
  "referrer-policy": security.ReferrerPolicy?.ReferrerPolicy,
  "strict-transport-security": transportSecurity(security.StrictTransportSecurity),
});

function responseHeaders(from: Resolver, id: string | undefined): Record<string, string> {
  const resource = id === undefined ? undefined : from.find(id, "AWS::CloudFront::ResponseHeadersPolicy");
  if (!resource) return {};
  const { SecurityHeadersConfig, CustomHeadersConfig } = HeadersShape.parse(from.properties(resource)).ResponseHeadersPolicyConfig;
  const custom = (CustomHeadersConfig?.Items ?? []).map((item) => [item.Header.toLowerCase(), item.Value] as const);
  const given = [...Object.entries(securityHeaders(SecurityHeadersConfig)), ...custom];
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function originOf(shape: z.output<typeof OriginShape>): Origin {
  const base = {
    path: shape.OriginPath,
    headers: Object.fromEntries(shape.OriginCustomHeaders.map((item) => [item.HeaderName.toLowerCase(), item.HeaderValue])),
  };
  const [first = ""] = shape.DomainName.split(".");
  if (/\.s3[.-]/.test(shape.DomainName)) return { kind: "bucket", target: shape.DomainName.split(".s3")[0] ?? first, ...base };
  if (shape.DomainName.includes(".execute-api.")) return { kind: "api", target: first, ...base };
  return { kind: "other", target: shape.DomainName, ...base };
}

function behaviourOf(from: Resolver, shape: z.output<typeof BehaviourShape>, origins: ReadonlyMap<string, Origin>): Behaviour {
  const origin = origins.get(shape.TargetOriginId);
  if (!origin) throw new Error(`Behaviour ${shape.PathPattern} names an origin that does not exist`);
  const cache = cacheRules(from, shape.CachePolicyId);
  const request = requestRules(from, shape.OriginRequestPolicyId);
  const viewer = shape.FunctionAssociations.find((item) => item.EventType === "viewer-request");
  const code = viewer && from.find(viewer.FunctionARN, "AWS::CloudFront::Function");
  return {
    pattern: shape.PathPattern,
    origin,
    methods: shape.AllowedMethods,
    ...cache,
    ...request,
    forwardsCookies: cache.forwardsCookies || request.forwardsCookies,
    responseHeaders: responseHeaders(from, shape.ResponseHeadersPolicyId),
    viewerRequest: code ? String(from.properties(code)["FunctionCode"]) : undefined,
  };
}

/** Distributions: which path goes to which origin, what is cached, which headers every answer carries. */
export function readEdges(from: Resolver): readonly Edge[] {
  return from.ofType("AWS::CloudFront::Distribution").map((resource) => {
    const config = DistributionShape.parse(from.properties(resource)).DistributionConfig;
    const origins = new Map(config.Origins.map((shape) => [shape.Id, originOf(shape)]));
    return {
      domain: String(from.resolve({ "Fn::GetAtt": [resource.id, "DomainName"] }, resource.stack)),
      defaultRootObject: config.DefaultRootObject,
      behaviours: [...config.CacheBehaviors, config.DefaultCacheBehavior].map((shape) => behaviourOf(from, shape, origins)),
    };
  });
}
