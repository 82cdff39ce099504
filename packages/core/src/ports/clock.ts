/** The time of day; the only place that asks the machine for it. */
export const clock = { now: (): Date => new Date() } as const;
