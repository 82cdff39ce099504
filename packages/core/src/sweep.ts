import { publish, unpublished } from "./table/outbox.ts";

/** How long the stream may take before the sweep publishes in its place. */
const OUTBOX_GRACE_MS = 30_000;

/** Publishes what the stream missed and reports how many that were. */
export async function sweepOutbox(now: Date): Promise<number> {
  const waiting = await unpublished(new Date(now.getTime() - OUTBOX_GRACE_MS).toISOString());
  for (const event of waiting) await publish(event);
  return waiting.length;
}
