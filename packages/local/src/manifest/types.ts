/** What one execution environment needs: code, limits, variables and the statements of its role. */
export type LambdaFunction = {
  readonly name: string;
  readonly arn: string;
  /** As deployed, relative to the asset: `packages/functions/src/http/lambda/quote.handler`. */
  readonly handler: string;
  /** Absolute directory of the asset in the assembly; absent when the assembly was made without assets. */
  readonly assetDir: string | undefined;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly roleArn: string;
  readonly statements: readonly Statement[];
  readonly reservedConcurrency: number | undefined;
};

export type Statement = {
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: unknown;
};

export type Authorizer = { readonly issuer: string; readonly audience: readonly string[] };

export type Route = {
  /** `GET /v1/quotes/{id}` or `$default`. */
  readonly key: string;
  readonly functionName: string;
  /** A key of {@link HttpApi.authorizers}; absent on a public route. */
  readonly authorizer: string | undefined;
  readonly scopes: readonly string[];
};

export type HttpApi = {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly authorizers: Readonly<Record<string, Authorizer>>;
  /** Requests a second and in a burst, over all routes; absent when the stage sets none. */
  readonly throttle: { readonly rate: number; readonly burst: number } | undefined;
};

export type Key = { readonly partition: string; readonly sort: string | undefined };

export type Table = {
  readonly name: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly key: Key;
  readonly indexes: readonly { readonly name: string; readonly key: Key; readonly projection: string }[];
  readonly stream: string | undefined;
  readonly ttlAttribute: string | undefined;
};

export type Queue = {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly isFifo: boolean;
  readonly contentDeduplication: boolean;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  readonly redrive: { readonly deadLetterQueue: string; readonly maxReceiveCount: number } | undefined;
};

export type EventSource = {
  readonly kind: "queue" | "stream";
  /** Name of the queue or table. */
  readonly source: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly reportsItemFailures: boolean;
  readonly maxConcurrency: number | undefined;
  /** EventBridge-style patterns; a record passes when any of them matches, and all pass when there is none. */
  readonly filters: readonly unknown[];
  readonly startingPosition: "LATEST" | "TRIM_HORIZON";
  readonly bisectOnError: boolean;
  /** -1: until the record expires. */
  readonly maxRetries: number;
  readonly onFailureQueue: string | undefined;
};

export type CorsRule = {
  readonly methods: readonly string[];
  readonly origins: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds: number | undefined;
};

export type Bucket = {
  readonly name: string;
  readonly arn: string;
  readonly isVersioned: boolean;
  readonly cors: readonly CorsRule[];
  readonly notifications: readonly BucketNotification[];
};

export type BucketNotification = {
  /** `s3:ObjectCreated:*` and the like. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
  readonly functionName: string | undefined;
  readonly queue: string | undefined;
};

export type UserPoolClient = {
  readonly id: string;
  readonly name: string;
  readonly authFlows: readonly string[];
  readonly readAttributes: readonly string[];
  readonly writeAttributes: readonly string[];
  readonly accessTokenMinutes: number;
  readonly idTokenMinutes: number;
  readonly refreshTokenMinutes: number;
};

export type UserPool = {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly usernameAttributes: readonly string[];
  readonly autoVerified: readonly string[];
  readonly verifyBeforeUpdate: readonly string[];
  readonly mfa: "OFF" | "ON" | "OPTIONAL";
  readonly passwordPolicy: Readonly<Record<string, unknown>>;
  readonly schema: readonly Readonly<Record<string, unknown>>[];
  /** Trigger name as in LambdaConfig (`PreSignUp`, ...) to function name; `preTokenVersion` tells V1_0 from V2_0. */
  readonly triggers: Readonly<Record<string, string>>;
  readonly preTokenVersion: "V1_0" | "V2_0";
  readonly clients: readonly UserPoolClient[];
  readonly groups: readonly { readonly name: string; readonly precedence: number | undefined }[];
};

export type Schedule = {
  /** Logical id of the rule, or its given name. */
  readonly name: string;
  readonly arn: string;
  /** `rate(1 minute)` or `cron(0 3 * * ? *)`, UTC. */
  readonly expression: string;
  readonly isEnabled: boolean;
  readonly targets: readonly { readonly functionName: string; readonly input: string | undefined }[];
};

export type Topic = {
  readonly name: string;
  readonly arn: string;
  readonly subscriptions: readonly { readonly protocol: string; readonly endpoint: string; readonly isRaw: boolean }[];
};

export type Behaviour = {
  /** CloudFront path pattern; `*` for the default behaviour. */
  readonly pattern: string;
  readonly origin: Origin;
  readonly methods: readonly string[];
  /** Seconds, from the cache policy; the origin's Cache-Control decides within them. A maximum of 0: never cached. */
  readonly ttl: { readonly min: number; readonly default: number; readonly max: number };
  /** Lower-case names of the viewer's headers that make answers differ; they reach the origin too. */
  readonly keyHeaders: readonly string[];
  /** Lower-case names of the viewer's headers that reach the origin, or all of them. */
  readonly forwardedHeaders: readonly string[] | "all";
  readonly forwardsCookies: boolean;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Source of the CloudFront function on viewer requests. */
  readonly viewerRequest: string | undefined;
};

export type Origin = {
  readonly kind: "bucket" | "api" | "other";
  /** Bucket name, API id or host. */
  readonly target: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type Edge = {
  readonly domain: string;
  readonly defaultRootObject: string;
  readonly behaviours: readonly Behaviour[];
};

/** Who the stage may send mail as: an address or a domain, and the configuration set its mail goes by. */
export type EmailIdentity = { readonly name: string; readonly configurationSet: string | undefined };

export type Parameter = { readonly name: string; readonly value: string };

/** Everything the local stage wires, read from the synthesised templates and nothing else. */
export type Manifest = {
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  readonly http: readonly HttpApi[];
  readonly tables: readonly Table[];
  readonly queues: readonly Queue[];
  readonly eventSources: readonly EventSource[];
  readonly buckets: readonly Bucket[];
  readonly userPools: readonly UserPool[];
  readonly schedules: readonly Schedule[];
  readonly topics: readonly Topic[];
  readonly parameters: readonly Parameter[];
  readonly emailIdentities: readonly EmailIdentity[];
  readonly edges: readonly Edge[];
};
