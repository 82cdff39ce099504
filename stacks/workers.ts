import { queueNames } from "@sleekapp/core/ports/queue";
import { type StackContext, use } from "sst/constructs";
import { lambda } from "./function.ts";
import { workerGrants } from "./permissions.ts";
import { allResources } from "./resources.ts";
import { Queues, queueSettings } from "./queues.ts";

/** One Lambda a queue; it reports the messages it could not handle and only those are delivered again. */
export function Workers(context: StackContext) {
  const queues = use(Queues);
  const resources = allResources();
  return queueNames.map((name) => {
    const { timeout, batch, concurrency } = queueSettings[name];
    const worker = lambda(context, name, {
      handler: `packages/functions/src/queues/${name}.handler`,
      description: `Works through the queue ${name}`,
      grant: workerGrants[name],
      resources,
      timeout,
    });
    queues[name].queue.addConsumer(context.stack, {
      function: worker,
      cdk: { eventSource: { batchSize: batch, maxConcurrency: concurrency, reportBatchItemFailures: true } },
    });
    return worker;
  });
}
