/** Two small stacks with one of each thing the manifest reads, as the CDK writes them. */
const role = (id: string, statements: readonly unknown[]) => ({
  [`${id}Role`]: { Type: "AWS::IAM::Role", Properties: { Policies: [{ PolicyDocument: { Statement: statements } }] } },
});
const lambda = (id: string, handler: string, extra: object = {}) => ({
  [id]: {
    Type: "AWS::Lambda::Function",
    Properties: {
      FunctionName: `dev-${id.toLowerCase()}`,
      Handler: handler,
      Role: { "Fn::GetAtt": [`${id}Role`, "Arn"] },
      Timeout: 25,
      MemorySize: 512,
      ...extra,
    },
    Metadata: { "aws:asset:path": `asset.${id}` },
  },
});

export const dataStack = {
  Resources: {
    Table: {
      Type: "AWS::DynamoDB::Table",
      Properties: {
        TableName: "dev-main",
        AttributeDefinitions: ["pk", "sk", "gsi1pk", "gsi1sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: "byOwner",
            KeySchema: [
              { AttributeName: "gsi1pk", KeyType: "HASH" },
              { AttributeName: "gsi1sk", KeyType: "RANGE" },
            ],
            Projection: { ProjectionType: "ALL" },
          },
        ],
        StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
        TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      },
    },
    Dead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "dev-dead.fifo", FifoQueue: true } },
    Work: {
      Type: "AWS::SQS::Queue",
      Properties: {
        QueueName: { "Fn::Join": ["-", [{ Ref: "Prefix" }, "work.fifo"]] },
        FifoQueue: true,
        VisibilityTimeout: 150,
        RedrivePolicy: { deadLetterTargetArn: { "Fn::GetAtt": ["Dead", "Arn"] }, maxReceiveCount: 5 },
      },
    },
    Files: {
      Type: "AWS::S3::Bucket",
      Properties: {
        CorsConfiguration: {
          CorsRules: [{ AllowedMethods: ["POST"], AllowedOrigins: ["https://shop.example"], AllowedHeaders: ["*"], MaxAge: 3600 }],
        },
        NotificationConfiguration: {
          LambdaConfigurations: [
            {
              Event: "s3:ObjectCreated:*",
              Function: { "Fn::GetAtt": ["Worker", "Arn"] },
              Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "incoming/" }] } },
            },
          ],
        },
      },
    },
    ...role("Worker", [{ Effect: "Allow", Action: "sqs:ReceiveMessage", Resource: { "Fn::GetAtt": ["Work", "Arn"] } }]),
    ...lambda("Worker", "packages/functions/src/queues/work.handler"),
    CdkHelper: { Type: "AWS::Lambda::Function", Properties: { Handler: "index.handler" } },
    FromQueue: {
      Type: "AWS::Lambda::EventSourceMapping",
      Properties: {
        EventSourceArn: { "Fn::GetAtt": ["Work", "Arn"] },
        FunctionName: { Ref: "Worker" },
        BatchSize: 5,
        FunctionResponseTypes: ["ReportBatchItemFailures"],
      },
    },
    FromStream: {
      Type: "AWS::Lambda::EventSourceMapping",
      Properties: {
        EventSourceArn: { "Fn::GetAtt": ["Table", "StreamArn"] },
        FunctionName: { "Fn::GetAtt": ["Worker", "Arn"] },
        StartingPosition: "TRIM_HORIZON",
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 3,
        FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
        DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": ["Dead", "Arn"] } } },
      },
    },
    Sweep: {
      Type: "AWS::Events::Rule",
      Properties: { ScheduleExpression: "rate(1 minute)", State: "ENABLED", Targets: [{ Arn: { "Fn::GetAtt": ["Worker", "Arn"] }, Id: "T" }] },
    },
  },
  Parameters: { Prefix: { Type: "String", Default: "dev" } },
  Outputs: {
    TableName: { Value: { Ref: "Table" }, Export: { Name: "data:table" } },
    WorkUrl: { Value: { Ref: "Work" }, Export: { Name: "data:work" } },
  },
};

export const apiStack = {
  Resources: {
    Pool: {
      Type: "AWS::Cognito::UserPool",
      Properties: {
        UserPoolName: "dev-users",
        LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: { "Fn::GetAtt": ["Quote", "Arn"] }, LambdaVersion: "V2_0" } },
      },
    },
    Client: {
      Type: "AWS::Cognito::UserPoolClient",
      Properties: { UserPoolId: { Ref: "Pool" }, AccessTokenValidity: 15, TokenValidityUnits: { AccessToken: "minutes" } },
    },
    Admins: { Type: "AWS::Cognito::UserPoolGroup", Properties: { UserPoolId: { Ref: "Pool" }, GroupName: "admin", Precedence: 0 } },
    Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "dev-api" } },
    Default: {
      Type: "AWS::ApiGatewayV2::Stage",
      Properties: { ApiId: { Ref: "Api" }, DefaultRouteSettings: { ThrottlingBurstLimit: 10, ThrottlingRateLimit: 5 } },
    },
    Members: {
      Type: "AWS::ApiGatewayV2::Authorizer",
      Properties: {
        ApiId: { Ref: "Api" },
        AuthorizerType: "JWT",
        JwtConfiguration: { Audience: [{ Ref: "Client" }], Issuer: { "Fn::Sub": "https://cognito-idp.${AWS::Region}.amazonaws.com/${Pool}" } },
      },
    },
    ...role("Quote", [{ Effect: "Allow", Action: ["ssm:GetParameters"], Resource: "arn:aws:ssm:us-east-1:000000000000:parameter/app/dev/key" }]),
    ...lambda("Quote", "packages/functions/src/http/lambda/quote.handler", {
      Environment: {
        Variables: {
          TABLE_NAME: { "Fn::ImportValue": "data:table" },
          WORK_QUEUE_URL: { "Fn::ImportValue": "data:work" },
          ORIGIN: { "Fn::Join": ["", ["https://", { "Fn::GetAtt": ["Edge", "DomainName"] }]] },
          GONE: { Ref: "AWS::NoValue" },
        },
      },
    }),
    Integration: {
      Type: "AWS::ApiGatewayV2::Integration",
      Properties: { ApiId: { Ref: "Api" }, IntegrationUri: { "Fn::GetAtt": ["Quote", "Arn"] } },
    },
    GetQuote: {
      Type: "AWS::ApiGatewayV2::Route",
      Properties: {
        ApiId: { Ref: "Api" },
        RouteKey: "GET /v1/quotes/{id}",
        AuthorizationType: "JWT",
        AuthorizerId: { Ref: "Members" },
        Target: { "Fn::Join": ["/", ["integrations", { Ref: "Integration" }]] },
      },
    },
    Health: {
      Type: "AWS::ApiGatewayV2::Route",
      Properties: {
        ApiId: { Ref: "Api" },
        RouteKey: "GET /v1/public/health",
        AuthorizationType: "NONE",
        Target: { "Fn::Join": ["/", ["integrations", { Ref: "Integration" }]] },
      },
    },
    Headers: {
      Type: "AWS::CloudFront::ResponseHeadersPolicy",
      Properties: {
        ResponseHeadersPolicyConfig: {
          SecurityHeadersConfig: {
            ContentTypeOptions: { Override: true },
            StrictTransportSecurity: { AccessControlMaxAgeSec: 60, IncludeSubdomains: true },
          },
        },
      },
    },
    Rewrite: { Type: "AWS::CloudFront::Function", Properties: { FunctionCode: "function handler(event) { return event.request; }" } },
    Edge: {
      Type: "AWS::CloudFront::Distribution",
      Properties: {
        DistributionConfig: {
          DefaultCacheBehavior: {
            TargetOriginId: "web",
            CachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
            ResponseHeadersPolicyId: { Ref: "Headers" },
            FunctionAssociations: [{ EventType: "viewer-request", FunctionARN: { "Fn::GetAtt": ["Rewrite", "FunctionARN"] } }],
          },
          CacheBehaviors: [
            {
              PathPattern: "/v1/*",
              TargetOriginId: "api",
              CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
              OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
            },
          ],
          Origins: [
            { Id: "web", DomainName: "web-bucket.s3.us-east-1.amazonaws.com" },
            {
              Id: "api",
              DomainName: { "Fn::Select": [2, { "Fn::Split": ["/", { "Fn::GetAtt": ["Api", "ApiEndpoint"] }] }] },
              OriginCustomHeaders: [{ HeaderName: "X-Origin-Secret", HeaderValue: "{{resolve:ssm:/app/dev/edge}}" }],
            },
          ],
        },
      },
    },
  },
};
