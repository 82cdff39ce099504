import { expiringFiles, keptDays } from "@sleekapp/core/privacy/retention";
import { type CfnResource, Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, HttpMethods, ObjectLockRetention, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { App, StackContext } from "sst/constructs";
import { logGroupFor } from "./log.ts";
import { type BucketName, namesOf } from "./name.ts";
import { removalOf, settingsOf } from "./stage.ts";

/** Web application, published renditions, and everything that is not public; no bucket is readable but by CloudFront and by policy. */
export function bucketsOf({ stack, app }: StackContext) {
  const names = namesOf(app).buckets;
  const settings = settingsOf(app);
  const shared = {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: removalOf(app),
    autoDeleteObjects: settings.removal === "destroy",
  } satisfies BucketProps;
  const logs = new Bucket(stack, "LogsBucket", {
    ...shared,
    bucketName: names.logs,
    // CloudFront writes its log files through an access list.
    objectOwnership: ObjectOwnership.OBJECT_WRITER,
    lifecycleRules: [{ expiration: Duration.days(keptDays.accessLogs) }],
  });
  const logged = (name: BucketName) => ({ ...shared, bucketName: names[name], serverAccessLogsBucket: logs, serverAccessLogsPrefix: `s3/${name}/` });
  const versioned = {
    versioned: settings.deletionProtection,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(keptDays.formerVersions) }],
  };
  const web = new Bucket(stack, "WebBucket", logged("web"));
  const media = new Bucket(stack, "MediaBucket", { ...logged("media"), ...versioned });
  for (const bucket of [web, media]) letCloudFrontRead(bucket, app);
  const privateBucket = new Bucket(stack, "PrivateBucket", {
    ...logged("private"),
    ...versioned,
    lifecycleRules: [
      ...versioned.lifecycleRules,
      ...expiringFiles.map(({ prefix, days }) => ({
        prefix,
        expiration: Duration.days(days),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      })),
    ],
    cors: [{ allowedMethods: [HttpMethods.GET, HttpMethods.POST], allowedOrigins: [uploadOrigin(app)], allowedHeaders: ["*"], maxAge: 3600 }],
  });
  const audit = new Bucket(stack, "AuditBucket", { ...logged("audit"), ...lockOf(app) });
  if (settings.removal === "destroy") keepHelperLogs({ stack, app });
  return { logs, web, media, audit, private: privateBucket };
}

/** Copies of the audit stay for their time, whoever wants them gone; what is locked cannot go with its stack. A developer's stage locks nothing. */
function lockOf(app: Pick<App, "stage">): BucketProps {
  const { auditLock } = settingsOf(app);
  if (!auditLock) return {};
  const duration = Duration.days(auditLock.days);
  const objectLockDefaultRetention =
    auditLock.mode === "compliance" ? ObjectLockRetention.compliance(duration) : ObjectLockRetention.governance(duration);
  return { objectLockEnabled: true, objectLockDefaultRetention, removalPolicy: RemovalPolicy.RETAIN, autoDeleteObjects: false };
}

/** Distributions of this account, by pattern: naming the one would make this stack and the edge's point at each other. */
function letCloudFrontRead(bucket: Bucket, { account }: Pick<App, "account">): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudfront.amazonaws.com")],
      // Listing is what makes a missing file a 404; without it S3 answers 403.
      actions: ["s3:GetObject", "s3:ListBucket"],
      resources: [bucket.bucketArn, bucket.arnForObjects("*")],
      conditions: { ArnLike: { "aws:SourceArn": `arn:aws:cloudfront::${account}:distribution/*` } },
    }),
  );
}

/** A stage without a domain is reached under a name CloudFront picks later; the upload itself is guarded by its signed policy. */
function uploadOrigin(app: Pick<App, "stage">): string {
  const { domain } = settingsOf(app);
  return domain ? `https://${domain}` : "https://*.cloudfront.net";
}

/** The Lambda CDK adds to empty the buckets of a stage that is removed logs for ever unless told otherwise. */
function keepHelperLogs(context: StackContext): void {
  const helper = context.stack.node.findChild("Custom::S3AutoDeleteObjectsCustomResourceProvider").node.findChild("Handler");
  const group = logGroupFor(context, "empty-buckets");
  (helper as CfnResource).addPropertyOverride("LoggingConfig", { LogGroup: group.logGroupName });
}
