import { both, whole } from "./path.ts";

/**
 * What a line or a surface of a drawing is. `cloth` is tinted, `rib` and `knit` are tinted cloth with texture, `back` is the inside that
 * shows, `trim` is what is not cloth; `edge` is a bold line, `seam` a fine one, `stitch` a dashed one and `fold` how the cloth falls.
 */
export type Kind = "cloth" | "rib" | "knit" | "back" | "accent" | "trim" | "edge" | "seam" | "stitch" | "fold" | "cord";
export type Mark = readonly [kind: Kind, d: string];
export type Drawing = readonly Mark[];

const surfaces: ReadonlySet<Kind> = new Set<Kind>(["cloth", "rib", "knit", "back", "accent"]);

/** A closed surface or line given by its right half, from centre line to centre line. */
export const centre = (kind: Kind, half: string): Mark => [kind, whole(half)];
/** The same on both sides. */
export const pair = (kind: Kind, d: string): Mark => [kind, both(d)];
/** On one side only, or crossing the centre. */
export const single = (kind: Kind, d: string): Mark => [kind, d];
/** A round button or eyelet. */
export const button = (x: number, y: number, r = 3): Mark => ["trim", `M${x - r} ${y}A${r} ${r} 0 1 0 ${x + r} ${y}A${r} ${r} 0 1 0 ${x - r} ${y}Z`];

type Rgb = readonly [number, number, number];
const rgbOf = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
const mix = (from: string, to: string, share: number): string => {
  const [a, b] = [rgbOf(from), rgbOf(to)];
  return hexOf([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]);
};
const brightness = (hex: string): number => {
  const [red, green, blue] = rgbOf(hex);
  return (red * 0.299 + green * 0.587 + blue * 0.114) / 255;
};

const INK = "#1b1c1e";
const PAPER = "#f1efe8";

/** Lines stay readable on dark cloth: there, seams are lighter than the cloth instead of darker. */
function stylesFor(cloth: string): string {
  const isDark = brightness(cloth) < 0.42;
  const seam = isDark ? mix(cloth, "#ffffff", 0.5) : mix(cloth, INK, 0.72);
  const soft = isDark ? mix(cloth, "#ffffff", 0.16) : mix(cloth, INK, 0.15);
  const line = "fill:none;stroke-linecap:round;stroke-linejoin:round";
  const surface = `stroke:${isDark ? mix(cloth, "#000000", 0.55) : INK};stroke-width:2;stroke-linejoin:round`;
  return [
    `.cloth{fill:${cloth};${surface}}`,
    `.rib{fill:url(#ribs);${surface}}`,
    `.knit{fill:url(#stitches);${surface}}`,
    `.back{fill:${mix(cloth, INK, isDark ? 0.45 : 0.28)};${surface}}`,
    `.accent{fill:${isDark ? mix(cloth, "#ffffff", 0.82) : mix(cloth, INK, 0.62)};${surface};stroke-width:1.2}`,
    `.trim{fill:${isDark ? mix(cloth, "#ffffff", 0.7) : mix(cloth, "#ffffff", 0.75)};stroke:${isDark ? "#101113" : INK};stroke-width:1.1;stroke-linejoin:round}`,
    `.edge{${line};stroke:${isDark ? seam : INK};stroke-width:1.8}`,
    `.seam{${line};stroke:${seam};stroke-width:1.25}`,
    `.stitch{${line};stroke:${seam};stroke-width:1;stroke-dasharray:3.2 2.4;stroke-linecap:butt}`,
    `.fold{${line};stroke:${soft};stroke-width:2}`,
    `.cord{${line};stroke:${isDark ? mix(cloth, "#ffffff", 0.75) : mix(cloth, INK, 0.8)};stroke-width:2.4}`,
    ".cast{fill:#3a3420;fill-opacity:.09}",
  ].join("");
}

function patternsFor(cloth: string): string {
  const isDark = brightness(cloth) < 0.42;
  const line = isDark ? mix(cloth, "#ffffff", 0.24) : mix(cloth, INK, 0.3);
  const loop = isDark ? mix(cloth, "#ffffff", 0.13) : mix(cloth, INK, 0.14);
  const ribs = `<pattern id="ribs" width="4" height="8" patternUnits="userSpaceOnUse"><rect width="4" height="8" fill="${cloth}"/><path d="M2 0V8" stroke="${line}" stroke-width="1"/></pattern>`;
  const stitches = `<pattern id="stitches" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${cloth}"/><path d="M0 1L4 6L8 1" stroke="${loop}" stroke-width="1.1" fill="none"/></pattern>`;
  return ribs + stitches;
}

const element = ([kind, d]: Mark): string => `<path class="${kind}" d="${d}"/>`;

export type Sheet = { readonly drawing: Drawing; readonly cloth: string; readonly size: readonly [width: number, height: number] };

/** A whole picture: the drawing in a colour of cloth, with a quiet shadow, on paper. */
export function sheet({ drawing, cloth, size: [width, height] }: Sheet): string {
  const cast = drawing
    .filter(([kind]) => surfaces.has(kind))
    .map(([, d]) => d)
    .join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-width / 2} 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<defs>${patternsFor(cloth)}</defs><style>${stylesFor(cloth)}</style>`,
    `<rect x="${-width / 2}" width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<path class="cast" transform="translate(5 7)" d="${cast}"/>`,
    ...drawing.map(element),
    "</svg>",
  ].join("");
}
