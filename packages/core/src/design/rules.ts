import type { DesignAnalysis, Seen } from "./model.ts";

/** Colours of the trade with the red, green and blue that each is nearest to. */
const named: readonly (readonly [name: string, red: number, green: number, blue: number])[] = [
  ["Black", 20, 20, 20],
  ["Charcoal", 60, 62, 66],
  ["Grey", 128, 128, 128],
  ["Light grey", 200, 200, 200],
  ["White", 255, 255, 255],
  ["Off-white", 242, 239, 230],
  ["Beige", 216, 196, 160],
  ["Tan", 178, 140, 98],
  ["Brown", 98, 62, 38],
  ["Burgundy", 115, 22, 40],
  ["Red", 205, 30, 40],
  ["Coral", 245, 120, 100],
  ["Orange", 240, 130, 30],
  ["Mustard", 215, 160, 60],
  ["Yellow", 250, 220, 60],
  ["Olive", 105, 110, 50],
  ["Green", 40, 140, 70],
  ["Dark green", 35, 80, 60],
  ["Mint", 170, 225, 195],
  ["Teal", 20, 125, 130],
  ["Sky blue", 135, 195, 235],
  ["Royal blue", 45, 85, 200],
  ["Navy", 28, 48, 92],
  ["Purple", 110, 50, 140],
  ["Lilac", 200, 170, 225],
  ["Pink", 245, 170, 190],
  ["Magenta", 200, 30, 120],
];

/** What a colour is called: the nearest of the list by red, green and blue. */
export function colourName(hex: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const distance = ([, r, g, b]: (typeof named)[number]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  return named.reduce<(typeof named)[number]>((best, one) => (distance(one) < distance(best) ? one : best), ["Black", 20, 20, 20])[0];
}

/** Nobody is sure of what was not seen, whatever a model says of itself. */
const sober = <T extends Seen["garment" | "construction" | "pattern" | "print"]>(field: T): T =>
  field.value === "unknown" ? { ...field, percent: 0 } : field;

/** What was seen, with its colours named. */
export const analysisOf = ({ garment, construction, pattern, print, colours, techniques }: Seen): DesignAnalysis => ({
  garment: sober(garment),
  construction: sober(construction),
  pattern: sober(pattern),
  print: sober(print),
  colours: colours.map((colour) => ({ ...colour, name: colourName(colour.hex) })),
  techniques,
});
