import { CfnStage, HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { FilterPattern, LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { StackContext } from "sst/constructs";
import { removalOf, settingsOf } from "./stage.ts";

/** No addresses and no tokens: what is needed to find a request, its cost and its fault. */
const accessLog = {
  requestId: "$context.requestId",
  at: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  bytes: "$context.responseLength",
  ms: "$context.responseLatency",
  integrationMs: "$context.integrationLatency",
  fault: "$context.integrationErrorMessage",
  refused: "$context.authorizer.error",
};

/** The HTTP API without its routes: the edge must know its address before the Lambdas can know the edge's. */
export function Gateway({ stack, app }: StackContext) {
  const { logDays, throttle } = settingsOf(app);
  const api = new HttpApi(stack, "Api", { apiName: app.logicalPrefixedName("api"), createDefaultStage: false });
  const log = new LogGroup(stack, "AccessLog", {
    logGroupName: `/aws/vendedlogs/${app.logicalPrefixedName("api")}`,
    retention: logDays,
    removalPolicy: removalOf(app),
  });
  const refused = new MetricFilter(stack, "TokensRefused", {
    logGroup: log,
    // The authorizer refuses forged, expired and foreign tokens before any function runs; this log is all that knows of them.
    filterPattern: FilterPattern.all(FilterPattern.numberValue("$.status", "=", 401), FilterPattern.stringValue("$.refused", "=", "?*")),
    metricNamespace: `SleekApp/${app.stage}`,
    metricName: "TokensRefused",
  });
  new CfnStage(stack, "DefaultStage", {
    apiId: api.apiId,
    stageName: "$default",
    autoDeploy: true,
    defaultRouteSettings: { detailedMetricsEnabled: true, throttlingRateLimit: throttle.rate, throttlingBurstLimit: throttle.burst },
    accessLogSettings: { destinationArn: log.logGroupArn, format: JSON.stringify(accessLog) },
  });
  return { api, refused, host: `${api.apiId}.execute-api.${app.region}.amazonaws.com` };
}
