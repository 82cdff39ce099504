import { CfnPermission } from "aws-cdk-lib/aws-lambda";
import { type Bucket, CfnBucket } from "aws-cdk-lib/aws-s3";
import type { StackContext } from "sst/constructs";
import { lambda } from "./function.ts";
import { namesOf } from "./name.ts";
import { otherGrants } from "./permissions.ts";

/** Calls `publish-photo` for each object that arrives under `incoming/`. */
export function publishUploads(context: StackContext, bucket: Bucket): void {
  const { stack, app } = context;
  const photos = lambda(context, "publish-photo", {
    handler: "packages/functions/src/buckets/publish-photo.handler",
    description: "Checks an uploaded file by its content and publishes the renditions of a photo",
    grant: otherGrants["publish-photo"],
    timeout: 60,
    // An AVIF picture of 50 million pixels takes 1 GB to open; on one processor a photo of 12 million is published in three seconds.
    memory: 2048,
    external: ["sharp"],
  });
  const permission = new CfnPermission(stack, "UploadsCallPublishPhoto", {
    action: "lambda:InvokeFunction",
    functionName: photos.functionArn,
    principal: "s3.amazonaws.com",
    sourceAccount: app.account,
    sourceArn: `arn:aws:s3:::${namesOf(app).buckets.private}`,
  });
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error("the bucket has no CloudFormation resource");
  // CDK's own notification helper is a Lambda that may configure every bucket of the account.
  resource.notificationConfiguration = {
    lambdaConfigurations: [
      {
        event: "s3:ObjectCreated:*",
        function: photos.functionArn,
        filter: { s3Key: { rules: [{ name: "prefix", value: "incoming/" }] } },
      },
    ],
  };
  resource.addDependency(permission);
}
