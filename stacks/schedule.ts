import { Cron, type StackContext } from "sst/constructs";
import { lambda } from "./function.ts";
import { otherGrants } from "./permissions.ts";
import { allResources } from "./resources.ts";

/** What happens because of the time: one rule a minute handles every timer that is due, in rows of the table; one a night copies the audit; two a day fetch exchange rates. */
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
  const rates = lambda(context, "fetch-rates", {
    handler: "packages/functions/src/cron/fetch-rates.handler",
    description: "Fetches the reference rates that amounts are also shown by",
    grant: otherGrants["fetch-rates"],
    timeout: 30,
  });
  new Cron(stack, "RatesOfTheDay", {
    // The bank publishes about 16:00 CET on its working days; the evening is for what failed in the afternoon.
    schedule: "cron(30 15,20 * * ? *)",
    job: rates,
  });
  return { sweep, exporter };
}
