/**
 * Garments are drawn by their right half, around a centre line at x = 0, because a sewn garment is the same on both sides.
 * Paths use absolute M, L, C and Q with spaces between numbers.
 */
type Point = readonly [x: number, y: number];
type Step = { readonly command: string; readonly points: readonly Point[] };

const pointsIn = (numbers: string): Point[] => {
  const all = (numbers.match(/-?[\d.]+/g) ?? []).map(Number);
  return Array.from({ length: all.length / 2 }, (_, index) => [all[2 * index] ?? 0, all[2 * index + 1] ?? 0] as const);
};

const parse = (d: string): Step[] =>
  [...d.matchAll(/([MLCQZ])([^MLCQZ]*)/g)].map(([, command = "", rest = ""]) => ({ command, points: pointsIn(rest) }));
const text = ({ command, points }: Step): string => `${command}${points.map(([x, y]) => `${x} ${y}`).join(" ")}`;
const write = (steps: readonly Step[]): string => steps.map(text).join("");
const flip = ([x, y]: Point): Point => [x === 0 ? 0 : -x, y];

/** The same path on the other side of the centre line. */
export const mirrored = (d: string): string => write(parse(d).map(({ command, points }) => ({ command, points: points.map(flip) })));

/** The path and its mirror image. */
export const both = (d: string): string => d + mirrored(d);

/** Where each step of a path starts. */
const starts = (steps: readonly Step[]): Point[] => steps.map((_, index) => steps[index - 1]?.points.at(-1) ?? [0, 0]);

/** A half that begins and ends on the centre line, closed by its mirror image walked backwards. */
export function whole(half: string): string {
  const steps = parse(half);
  const from = starts(steps);
  const back = steps
    .map(({ command, points }, index): Step => ({ command, points: [...points.slice(0, -1).toReversed(), from[index] ?? [0, 0]].map(flip) }))
    .slice(1)
    .toReversed();
  return `${write([...steps, ...back])}Z`;
}
