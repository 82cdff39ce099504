import { Duration } from "aws-cdk-lib";
import { HeadersFrameOption, HeadersReferrerPolicy, type ResponseSecurityHeadersBehavior, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import type { StackContext } from "sst/constructs";
import { contentSecurityPolicy } from "./csp.ts";
import { namesOf } from "./name.ts";

const everywhere = {
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
} as const satisfies ResponseSecurityHeadersBehavior;

/** Headers of the web application's files. */
export function pageHeaders({ stack, app }: StackContext): ResponseHeadersPolicy {
  const hosts = {
    cognito: `https://cognito-idp.${app.region}.amazonaws.com`,
    // Storage clients address the bucket in the path, so the host is shared and the path narrows it.
    files: `https://s3.${app.region}.amazonaws.com/${namesOf(app).buckets.private}/`,
  };
  return new ResponseHeadersPolicy(stack, "PageHeaders", {
    responseHeadersPolicyName: app.logicalPrefixedName("page-headers"),
    securityHeadersBehavior: { ...everywhere, contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(hosts), override: true } },
    customHeadersBehavior: {
      customHeaders: [
        { header: "Permissions-Policy", value: 'camera=(), geolocation=(), microphone=(), payment=(self "https://js.stripe.com")', override: true },
        { header: "Cross-Origin-Opener-Policy", value: "same-origin-allow-popups", override: true },
      ],
    },
    removeHeaders: ["Server"],
  });
}

/** Published renditions are pictures and never run, whatever their bytes say. */
export function mediaHeaders({ stack, app }: StackContext): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(stack, "MediaHeaders", {
    responseHeadersPolicyName: app.logicalPrefixedName("media-headers"),
    securityHeadersBehavior: { ...everywhere, contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; sandbox", override: true } },
    removeHeaders: ["Server"],
  });
}

/** The API's answers are data; a page made of one may load nothing. */
export function apiHeaders({ stack, app }: StackContext): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(stack, "ApiHeaders", {
    responseHeadersPolicyName: app.logicalPrefixedName("api-headers"),
    securityHeadersBehavior: {
      ...everywhere,
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'", override: false },
    },
    removeHeaders: ["Server"],
  });
}
