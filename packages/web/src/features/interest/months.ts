const format = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** `2026-11` as people say it: `November`; of a year of months each has a name of its own. */
export const monthName = (month: string): string => format.format(new Date(`${month}-01T00:00:00Z`));

/** How many months can be looked at. */
const SHOWN = 12;

/** This month and those before it, as the API names them. */
export function monthsUntil(now: Date): readonly [string, ...string[]] {
  const of = (back: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
  return [of(0), ...Array.from({ length: SHOWN - 1 }, (_, index) => of(index + 1))];
}
