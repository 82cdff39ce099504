import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { Distribution, type DistributionProps, HttpVersion, PriceClass, SecurityPolicyProtocol } from "aws-cdk-lib/aws-cloudfront";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import { type StackContext, use } from "sst/constructs";
import { behavioursOf } from "./behaviour.ts";
import { deployWeb } from "./deploy-web.ts";
import { firewallOf } from "./firewall.ts";
import { deployParameter } from "./secret.ts";
import { settingsOf } from "./stage.ts";
import { Storage } from "./storage.ts";

/** The only door: one CloudFront distribution for the web application, the published media and the API. */
export function Web(context: StackContext) {
  const { stack, app } = context;
  const { domain, waf } = settingsOf(app);
  const distribution = new Distribution(stack, "Edge", {
    ...behavioursOf(context),
    comment: app.logicalPrefixedName("edge"),
    defaultRootObject: "index.html",
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_200,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    logBucket: use(Storage).buckets.logs,
    logFilePrefix: "edge/",
    ...(waf && { webAclId: firewallOf(context).attrArn }),
    ...(domain && ownDomain(context, domain)),
  });
  const origin = `https://${domain ?? distribution.distributionDomainName}`;
  deployWeb(context, distribution);
  stack.addOutputs({ Origin: origin, EdgeDomain: distribution.distributionDomainName });
  return { distribution, origin };
}

/** The certificate is made by an operator, in the owner's account; its ARN is read while deploying. */
function ownDomain({ stack, app }: StackContext, domain: string): Pick<DistributionProps, "domainNames" | "certificate"> {
  const arn = StringParameter.valueForStringParameter(stack, deployParameter(app, "certificate-arn"));
  return { domainNames: [domain], certificate: Certificate.fromCertificateArn(stack, "Certificate", arn) };
}
