import { credentials } from "@sleekapp/contracts/route";
import { edgeHeader } from "@sleekapp/contracts/edge";
import { CfnDynamicReference, CfnDynamicReferenceService, Duration } from "aws-cdk-lib";
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  type DistributionProps,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { type StackContext, use } from "sst/constructs";
import { prerendered, webBuild, webOf } from "./built-web.ts";
import { Gateway } from "./gateway.ts";
import { apiHeaders, mediaHeaders, pageHeaders } from "./headers.ts";
import { type BucketName, namesOf } from "./name.ts";
import { pageRewrite } from "./page-rewrite.ts";
import { deployParameter } from "./secret.ts";

/** What the edge does with each kind of address. */
export function behavioursOf(context: StackContext): Pick<DistributionProps, "defaultBehavior" | "additionalBehaviors"> {
  const api = apiOrigin(context);
  const viewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
  const answers = { origin: api, responseHeadersPolicy: apiHeaders(context) };
  const page = new Function(context.stack, "PageRewrite", {
    code: FunctionCode.fromInline(pageRewrite(prerendered(webOf(context.app) ?? webBuild))),
    runtime: FunctionRuntime.JS_2_0,
  });
  return {
    defaultBehavior: {
      origin: bucketOrigin(context, "web"),
      viewerProtocolPolicy,
      compress: true,
      responseHeadersPolicy: pageHeaders(context),
      functionAssociations: [{ function: page, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    additionalBehaviors: {
      "/media/*": { origin: bucketOrigin(context, "media"), viewerProtocolPolicy, responseHeadersPolicy: mediaHeaders(context) },
      "/v1/public/*": { ...sharedAnswers(context), ...answers, viewerProtocolPolicy },
      "/v1/*": { ...privateAnswers(context), ...answers, viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY },
    },
  };
}

/** By name: the bucket's policy is in its own stack, where it cannot know this distribution. */
function bucketOrigin({ stack, app }: StackContext, name: Extract<BucketName, "web" | "media">): IOrigin {
  return S3BucketOrigin.withOriginAccessControl(Bucket.fromBucketName(stack, `Origin-${name}`, namesOf(app).buckets[name]));
}

/** The header that proves a request came through the edge; the API refuses one without it. */
function apiOrigin({ app }: StackContext): IOrigin {
  const secret = new CfnDynamicReference(CfnDynamicReferenceService.SSM, deployParameter(app, "edge-secret")).toString();
  return new HttpOrigin(use(Gateway).host, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    customHeaders: { [edgeHeader]: secret },
  });
}

/** Cached for as long as the answer says, by address and query alone; who asks is not passed on. */
function sharedAnswers({ stack, app }: StackContext): Omit<BehaviorOptions, "origin"> {
  return {
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    compress: true,
    cachePolicy: new CachePolicy(stack, "SharedAnswers", {
      cachePolicyName: app.logicalPrefixedName("shared-answers"),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.minutes(5),
      cookieBehavior: CacheCookieBehavior.none(),
      headerBehavior: CacheHeaderBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    }),
    originRequestPolicy: forwarding({ stack, app }, "SharedRequest", []),
  };
}

/**
 * Never cached: every such answer is `no-store`. CloudFront forwards `Authorization` only through a cache policy that
 * keeps something, so this one keeps at most a second, apart for each caller.
 */
function privateAnswers({ stack, app }: StackContext): Omit<BehaviorOptions, "origin"> {
  return {
    allowedMethods: AllowedMethods.ALLOW_ALL,
    compress: true,
    cachePolicy: new CachePolicy(stack, "PrivateAnswers", {
      cachePolicyName: app.logicalPrefixedName("private-answers"),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(1),
      cookieBehavior: CacheCookieBehavior.none(),
      headerBehavior: CacheHeaderBehavior.allowList("Authorization", ...credentials),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    }),
    originRequestPolicy: forwarding({ stack, app }, "PrivateRequest", [
      "CloudFront-Viewer-Country",
      "Accept",
      "Content-Type",
      "Idempotency-Key",
      "Stripe-Signature",
      "User-Agent",
    ]),
  };
}

/** At most ten headers may be named; all of them except `Host` cannot be, because then CloudFront's own would be missing. */
function forwarding({ stack, app }: StackContext, id: string, headers: readonly string[]): OriginRequestPolicy {
  return new OriginRequestPolicy(stack, id, {
    originRequestPolicyName: app.logicalPrefixedName(id),
    headerBehavior: OriginRequestHeaderBehavior.allowList("CloudFront-Viewer-Address", ...headers),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
  });
}
