import { randomUUID } from "node:crypto";
import { Cron } from "croner";
import type { Schedule } from "../manifest.ts";
import type { Delivery, Source } from "./source.ts";

export type ScheduleSource = Source & {
  /** Calls the targets now, as the clock would; resolves when they have answered. */
  readonly fire: () => Promise<void>;
  /** When the clock calls next; undefined for a disabled rule. */
  readonly next: () => Date | undefined;
};

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** `rate(5 minutes)` in milliseconds; undefined for a cron expression. */
export function rateMs(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  return count === undefined || unit === undefined ? undefined : Number(count) * (unitMs[unit] ?? 0);
}

/** AWS's six fields (with year, Sunday = 1, `?`) in croner's words (seconds first, Sunday = 0). */
export function toCron(expression: string): string {
  const [, fields = ""] = /^cron\((.+)\)$/.exec(expression) ?? [];
  const [minute, hour, day, month, weekday, year] = fields.trim().split(/\s+/);
  if (year === undefined) throw new Error(`${expression} is no schedule of AWS: it needs six fields`);
  if (year !== "*") throw new Error(`${expression} names a year, which the local stage does not know`);
  // 2-6 are Monday to Friday; `#2` (the second of a month) keeps its number.
  const shifted = weekday?.replace("?", "*").replace(/(?<!#)\b(\d)\b/g, (_, digit: string) => String(Number(digit) - 1));
  return ["0", minute, hour, day?.replace("?", "*"), month, shifted].join(" ");
}

/** Calls the rule's targets by the clock, UTC. */
export function startScheduleSource(schedule: Schedule, delivery: Delivery): ScheduleSource {
  let running = 0;
  const event = () => ({
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source: "aws.events",
    account: "000000000000",
    time: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    region: "us-east-1",
    resources: [schedule.arn],
    detail: {},
  });
  const fire = async () => {
    running += 1;
    const calls = schedule.targets.map(async ({ functionName, input }) => {
      const outcome = await delivery.lambda.invoke(functionName, input === undefined ? event() : JSON.parse(input));
      if (!outcome.ok) delivery.onError({ source: schedule.name, functionName, error: outcome.error });
    });
    await Promise.all(calls).finally(() => {
      running -= 1;
    });
  };
  const every = rateMs(schedule.expression);
  const tick = () => void fire().catch((error: unknown) => console.error(schedule.name, error));
  const timer = schedule.isEnabled && every !== undefined ? setInterval(tick, every) : undefined;
  const cron = schedule.isEnabled && every === undefined ? new Cron(toCron(schedule.expression), { timezone: "UTC" }, tick) : undefined;
  return {
    name: schedule.name,
    fire,
    next: () => cron?.nextRun() ?? undefined,
    isIdle: async () => running === 0,
    stop: async () => {
      clearInterval(timer);
      cron?.stop();
    },
  };
}
