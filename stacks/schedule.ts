import { Cron, type StackContext } from "sst/constructs";
import { lambda } from "./function.ts";
import { otherGrants } from "./permissions.ts";
import { allResources } from "./resources.ts";

/** What happens because of the time: one rule a minute handles every timer that is due, in rows of the table; one a night copies the audit. */
export function Schedule(context: StackContext) {
  const { stack } = context;
  const sweep = lambda(context, "sweep-due", {
    handler: "packages/functions/src/cron/sweep-due.handler",
    description: "Handles the timers that are due and sends the events the stream missed",
    grant: otherGrants["sweep-due"],
    resources: allResources(),
    // Shorter than the minute to the next sweep, so that two never run side by side for long.
    timeout: 50,
  });
  new Cron(stack, "EveryMinute", {
    schedule: "rate(1 minute)",
    job: { function: sweep, cdk: { target: { retryAttempts: 0 } } },
  });
  const exporter = lambda(context, "export-audit", {
    handler: "packages/functions/src/cron/export-audit.handler",
    description: "Copies the audit of the day before to locked storage",
    grant: otherGrants["export-audit"],
    timeout: 300,
  });
  new Cron(stack, "EveryNight", {
    // Behind midnight, so that the stream has delivered the day.
    schedule: "cron(30 1 * * ? *)",
    job: exporter,
  });
  return { sweep, exporter };
}
