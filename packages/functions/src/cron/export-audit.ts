import { s3Archive } from "@sleekapp/core/adapters/aws/s3";
import * as Audit from "@sleekapp/core/audit";
import { addDays, dateOf } from "@sleekapp/core/kernel/calendar";
import { Archive } from "@sleekapp/core/ports/archive";
import { clock } from "@sleekapp/core/ports/clock";
import { logger } from "../http/log.ts";

Archive.provide(s3Archive());

/** Days that are looked at again: the stream keeps what it could not deliver for one, and a dead letter waits for somebody to come. */
const DAYS_BACK = 7;

/** Every night: copies the audit of the day before to locked storage, and again those of the week that have grown since. */
export async function handler(): Promise<void> {
  const today = dateOf(clock.now());
  for (let back = DAYS_BACK; back >= 1; back -= 1) {
    const { isNew, ...exported } = await Audit.exportDay(addDays(today, -back));
    if (isNew) logger.info("audit", { op: "export", ...exported });
  }
}
