/**
 * How many cases a property runs: the number its name states, times `PROPERTY_SCALE` in the long runs
 * (`PROPERTY_SCALE=50` makes 100,000 of 2,000).
 */
export const runs = (perCommit: number): { numRuns: number } => ({ numRuns: perCommit * Number(process.env["PROPERTY_SCALE"] ?? 1) });
