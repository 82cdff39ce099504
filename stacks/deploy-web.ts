import path from "node:path";
import { Duration } from "aws-cdk-lib";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import { type StackContext, use } from "sst/constructs";
import { webOf } from "./built-web.ts";
import { Auth } from "./auth.ts";
import { logGroupFor } from "./log.ts";
import { deployParameter } from "./secret.ts";
import { Storage } from "./storage.ts";

/** Puts the built web application into its bucket, with the configuration only a deployment knows; nothing is there without a build. */
export function deployWeb(context: StackContext, distribution: Distribution): void {
  const { stack, app } = context;
  const built = webOf(app);
  if (!built) return;
  const shared = {
    destinationBucket: use(Storage).buckets.web,
    // What an open page still refers to must outlive the next deployment.
    prune: false,
    memoryLimit: 512,
    logGroup: logGroupFor(context, "deploy-web"),
  };
  const assets = new BucketDeployment(stack, "Assets", {
    ...shared,
    sources: [Source.asset(path.join(built, "assets"))],
    destinationKeyPrefix: "assets",
    cacheControl: [CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
  });
  const pages = new BucketDeployment(stack, "Pages", {
    ...shared,
    sources: [Source.asset(built, { exclude: ["assets"] }), Source.jsonData("config.json", configuration(context))],
    cacheControl: [CacheControl.noCache()],
    distribution,
    distributionPaths: ["/*"],
  });
  // A page must not be served before the files it names.
  pages.node.addDependency(assets);
}

/** What the web application reads from `/config.json` when it starts. */
function configuration({ stack, app }: StackContext) {
  const { userPool, client } = use(Auth);
  return {
    stage: app.stage,
    region: app.region,
    userPoolId: userPool.userPoolId,
    userPoolClientId: client.userPoolClientId,
    stripePublishableKey: StringParameter.valueForStringParameter(stack, deployParameter(app, "stripe-publishable-key")),
  };
}
