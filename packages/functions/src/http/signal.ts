import type { Told } from "@sleekapp/core/security/note";
import { logger } from "./log.ts";

/** The namespace and name of the count that `stacks/alarms.ts` watches. */
const METRIC = { Namespace: "SleekApp", Dimensions: [["Stage"]], Metrics: [{ Name: "CriticalSecurityEvents", Unit: "Count" }] } as const;

/**
 * Says so when something has become critical, as a log line that CloudWatch also counts (embedded metric format). It is written once an
 * hour for each kind and caller: when the count passes the step.
 */
export function raiseAlarm(told: Told | undefined): void {
  if (told === undefined) return;
  const fields = { kind: told.kind, severity: told.severity };
  if (told.severity !== "critical") return logger.info("security", fields);
  return logger.metric("security", fields, {
    directive: METRIC,
    figures: { Stage: process.env["STAGE"] ?? "unknown", CriticalSecurityEvents: 1 },
  });
}
