import type { Priority, Stage, Temperature } from "./model.ts";

const DAY_MS = 86_400_000;
const daysSince = (at: string, now: string): number => (new Date(now).getTime() - new Date(at).getTime()) / DAY_MS;

const isOpen = (stage: Stage): boolean => stage !== "won" && stage !== "lost";

type Timed = { readonly stage: Stage; readonly respondBy: string; readonly respondedAt?: string | undefined };

/** Whether nobody has answered in time. */
export const isLate = ({ stage, respondBy, respondedAt }: Timed, now: string): boolean =>
  isOpen(stage) && respondedAt === undefined && respondBy < now;

/** How pressing a request is: the seed's rule, more than three days or 1,000 pieces high, more than a day or 500 pieces medium. */
export function priorityOf({ quantity, requestedAt }: { readonly quantity: number; readonly requestedAt: string }, now: string): Priority {
  const days = daysSince(requestedAt, now);
  if (days > 3 || quantity > 1_000) return "high";
  return days > 1 || quantity > 500 ? "medium" : "low";
}

/** How warm somebody is: what an administrator said, else by the last thing they did, hot within seven days and warm within thirty. */
export function temperatureOf(
  { temperature, requestedAt }: { readonly temperature?: Temperature | undefined; readonly requestedAt: string },
  now: string,
): Temperature {
  if (temperature) return temperature;
  const days = daysSince(requestedAt, now);
  if (days <= 7) return "hot";
  return days <= 30 ? "warm" : "cold";
}
