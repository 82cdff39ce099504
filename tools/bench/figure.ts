/** One figure beside its goal. */
export type Figure = {
  /** The row of the scorecard: P1, P2, P3, P7. */
  readonly row: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The largest value that meets the goal; absent where none is set, with the reason in `note`. */
  readonly goal?: number;
  readonly note?: string;
};

/** Whether a figure has a goal and is above it. */
export const isMissed = ({ value, goal }: Figure): boolean => goal !== undefined && value > goal;

/** One line for a person. */
export function told(figure: Figure): string {
  const { row, what, value, unit, goal, note } = figure;
  const number = `${Math.round(value * 100) / 100} ${unit}`.trim();
  const wanted = goal === undefined ? "" : `goal ${goal}`;
  return `  ${row.padEnd(4)}${what.padEnd(46)}${number.padStart(14)}   ${wanted.padEnd(10)} ${isMissed(figure) ? "MISSED " : ""}${note ?? ""}`.trimEnd();
}
