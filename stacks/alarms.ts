import { queueNames } from "@sleekapp/core/ports/queue";
import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { type App, Function as Lambda, type Stack, type StackContext, use } from "sst/constructs";
import { Events } from "./events.ts";
import { pascal } from "./name.ts";
import { Gateway } from "./gateway.ts";
import { Queues } from "./queues.ts";

interface Watch {
  readonly id: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Section of docs/runbook.md that says what to do. */
  readonly runbook: string;
}

/** Tells whoever subscribes to the topic that something needs a person; each alarm says where to read what to do. */
export function Alarms({ stack, app }: StackContext) {
  const topic = new Topic(stack, "Topic", { topicName: app.logicalPrefixedName("alarms"), enforceSSL: true });
  topic.grantPublish(new ServicePrincipal("cloudwatch.amazonaws.com"));
  const functions = app.node.findAll().filter((node) => node instanceof Lambda);
  for (const watch of [...queueWatches(), ...apiWatches(), ...functions.flatMap(functionWatches), ...streamWatches(), ...securityWatches(app)]) {
    const alarm = alarmOf(stack, watch);
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
  }
  stack.addOutputs({ AlarmTopic: topic.topicArn });
}

const fiveMinutes = { period: Duration.minutes(5), statistic: "Sum" };

function queueWatches(): Watch[] {
  const dead = (id: string, queue: IQueue): Watch => ({
    id: `${id}DeadLetters`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: "Maximum" }),
    threshold: 1,
    runbook: "a-dead-letter-queue-has-messages",
  });
  return [
    ...queueNames.map((name) => dead(pascal(name), use(Queues)[name].deadLetters)),
    dead("Outbox", use(Events).deadLetters),
    dead("SealAudit", use(Events).sealerDeadLetters),
  ];
}

function apiWatches(): Watch[] {
  const metric = new Metric({ namespace: "AWS/ApiGateway", metricName: "5xx", dimensionsMap: { ApiId: use(Gateway).api.apiId }, ...fiveMinutes });
  return [{ id: "Api5xx", metric, threshold: 5, runbook: "the-api-answers-5xx" }];
}

function functionWatches(handler: Lambda): Watch[] {
  return [
    { id: `${handler.node.id}Errors`, metric: handler.metricErrors(fiveMinutes), threshold: 3, runbook: "a-lambda-fails" },
    { id: `${handler.node.id}Throttles`, metric: handler.metricThrottles(fiveMinutes), threshold: 1, runbook: "a-lambda-is-throttled" },
  ];
}

function streamWatches(): Watch[] {
  const { router, sealer } = use(Events);
  const age = (reader: Lambda) => reader.metric("IteratorAge", { period: Duration.minutes(1), statistic: "Maximum" });
  return [
    { id: "OutboxAge", metric: age(router), threshold: 60_000, runbook: "the-outbox-falls-behind" },
    { id: "SealAuditAge", metric: age(sealer), threshold: 900_000, runbook: "the-audit-falls-behind" },
  ];
}

/** What functions count as critical (embedded metrics, `packages/functions/src/http/signal.ts`), and tokens that the gateway refused. */
function securityWatches({ stage }: Pick<App, "stage">): Watch[] {
  const critical = new Metric({ namespace: "SleekApp", metricName: "CriticalSecurityEvents", dimensionsMap: { Stage: stage }, ...fiveMinutes });
  const refused = use(Gateway).refused.metric(fiveMinutes);
  return [
    { id: "CriticalSecurityEvents", metric: critical, threshold: 1, runbook: "something-critical-was-seen" },
    { id: "TokensRefused", metric: refused, threshold: 50, runbook: "tokens-are-refused-in-numbers" },
  ];
}

function alarmOf(stack: Stack, { id, metric, threshold, runbook }: Watch): Alarm {
  return new Alarm(stack, id, {
    metric,
    threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `What to do: docs/runbook.md#${runbook}`,
  });
}
