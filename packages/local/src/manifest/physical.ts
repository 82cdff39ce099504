import { createHash } from "node:crypto";
import type { Resource } from "./assembly.ts";

/** Where the stage believes it is: AWS would choose these; here the stage does. */
export type Place = {
  readonly region: string;
  readonly account: string;
  /** Base of queue URLs, without a slash at the end. */
  readonly sqs: string;
  /** Host (and port) under which the browser finds the stage. */
  readonly webHost: string;
  /** Ids that a stand-in chose itself: `<stack>/<logical id>` to id. */
  readonly ids: Readonly<Record<string, string>>;
};

const digest = (resource: Resource, length: number): string =>
  createHash("sha256").update(`${resource.stack}/${resource.id}`).digest("hex").slice(0, length);

/** Buckets and other unnamed resources get the name CloudFormation would start with, without its random tail. */
const derived = (resource: Resource): string =>
  `${resource.stack}-${resource.id}`
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "")
    .slice(0, 63);

const nameProperty: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::Table": "TableName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::SNS::Topic": "TopicName",
  "AWS::SES::EmailIdentity": "EmailIdentity",
  "AWS::SES::ConfigurationSet": "Name",
  "AWS::SSM::Parameter": "Name",
  "AWS::IAM::Role": "RoleName",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::Events::Rule": "Name",
  "AWS::Scheduler::Schedule": "Name",
};

/** The name or id the resource has on this stage; `property` reads one resolved property. */
export function physicalId(resource: Resource, place: Place, property: (key: string) => string | undefined): string {
  const given = place.ids[`${resource.stack}/${resource.id}`];
  if (given !== undefined) return given;
  if (resource.type === "AWS::Cognito::UserPool") return `${place.region}_${digest(resource, 9)}`;
  if (resource.type === "AWS::Cognito::UserPoolClient") return digest(resource, 26);
  if (resource.type === "AWS::ApiGatewayV2::Api") return digest(resource, 10);
  const key = nameProperty[resource.type];
  const named = key === undefined ? undefined : property(key);
  if (named !== undefined) return named;
  if (resource.type === "AWS::S3::Bucket" || resource.type === "AWS::SQS::Queue") return derived(resource);
  const long = `${resource.stack}-${resource.id}`;
  return long.length <= 64 ? long : `${long.slice(0, 55)}-${digest(resource, 8)}`;
}

/** What `Ref` gives: the URL of a queue, the ARN of a topic, else the physical id. */
export function reference(resource: Resource, id: string, place: Place): string {
  if (resource.type === "AWS::SQS::Queue") return `${place.sqs}/${place.account}/${id}`;
  if (resource.type === "AWS::SNS::Topic") return attribute(resource, id, { name: "Arn", place });
  return id;
}

const arnShape: Readonly<Record<string, (id: string) => readonly [service: string, rest: string]>> = {
  "AWS::DynamoDB::Table": (id) => ["dynamodb", `table/${id}`],
  "AWS::SQS::Queue": (id) => ["sqs", id],
  "AWS::SNS::Topic": (id) => ["sns", id],
  "AWS::Lambda::Function": (id) => ["lambda", `function:${id}`],
  "AWS::Cognito::UserPool": (id) => ["cognito-idp", `userpool/${id}`],
  "AWS::Events::Rule": (id) => ["events", `rule/${id}`],
  "AWS::Scheduler::Schedule": (id) => ["scheduler", `schedule/default/${id}`],
  "AWS::Logs::LogGroup": (id) => ["logs", `log-group:${id}:*`],
  "AWS::SSM::Parameter": (id) => ["ssm", `parameter/${id.replace(/^\//, "")}`],
  "AWS::SES::EmailIdentity": (id) => ["ses", `identity/${id}`],
};

function arnOf(resource: Resource, id: string, place: Place): string {
  if (resource.type === "AWS::S3::Bucket") return `arn:aws:s3:::${id}`;
  if (resource.type === "AWS::IAM::Role") return `arn:aws:iam::${place.account}:role/${id}`;
  const [service, rest] = arnShape[resource.type]?.(id) ?? ["local", `${resource.type}/${id}`];
  return `arn:aws:${service}:${place.region}:${place.account}:${rest}`;
}

type Named = { readonly id: string; readonly resource: Resource; readonly place: Place };

const attributes: Readonly<Record<string, (named: Named) => string>> = {
  "AWS::DynamoDB::Table.StreamArn": ({ id, resource, place }) => `${arnOf(resource, id, place)}/stream/local`,
  "AWS::SQS::Queue.QueueName": ({ id }) => id,
  "AWS::SQS::Queue.QueueUrl": ({ id, resource, place }) => reference(resource, id, place),
  "AWS::S3::Bucket.RegionalDomainName": ({ id, place }) => `${id}.s3.${place.region}.amazonaws.com`,
  "AWS::S3::Bucket.DomainName": ({ id }) => `${id}.s3.amazonaws.com`,
  "AWS::ApiGatewayV2::Api.ApiEndpoint": ({ id, place }) => `https://${id}.execute-api.${place.region}.amazonaws.com`,
  "AWS::Cognito::UserPool.ProviderName": ({ id, place }) => `cognito-idp.${place.region}.amazonaws.com/${id}`,
  "AWS::Cognito::UserPool.ProviderURL": ({ id, place }) => `https://cognito-idp.${place.region}.amazonaws.com/${id}`,
  "AWS::CloudFront::Distribution.DomainName": ({ place }) => place.webHost,
  "AWS::CloudFront::Function.FunctionARN": ({ id, resource, place }) => arnOf(resource, id, place),
};

/** What `Fn::GetAtt` gives; an attribute nobody here needs reads as `<id>.<attribute>`. */
export function attribute(resource: Resource, id: string, wanted: { readonly name: string; readonly place: Place }): string {
  const { name, place } = wanted;
  const known = attributes[`${resource.type}.${name}`];
  if (known) return known({ id, resource, place });
  return name === "Arn" ? arnOf(resource, id, place) : `${id}.${name}`;
}
