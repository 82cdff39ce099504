import { button, centre, type Drawing, type Mark, pair, single } from "./sheet.ts";

const cuffs = pair("rib", "M151 350L155 384C147 388 137 390 129 389L123 356Z");
const hem = centre("rib", "M0 384L92 380C92 394 91 406 88 415C58 419 30 419 0 419");
const body = (neck: string): string => `${neck}L88 106C108 113 117 128 121 148L151 350L123 356L94 208C91 264 91 326 92 380L0 384`;
const seams: readonly Mark[] = [pair("seam", "M88 106C82 136 84 174 94 208"), pair("fold", "M110 258C119 256 126 251 130 244")];
const crewBack = centre("back", "M0 96C15 96 29 93 38 87C32 110 16 121 0 121");

const cable = (x: number, from: number, to: number): Mark => {
  const turns = Array.from({ length: Math.floor((to - from) / 28) }, (_, index) => from + index * 28);
  const strand = (y: number): string =>
    `M${x - 7} ${y}C${x - 7} ${y + 10} ${x + 7} ${y + 18} ${x + 7} ${y + 28}M${x + 7} ${y}C${x + 7} ${y + 8} ${x + 4} ${y + 11} ${x + 2} ${y + 13}M${x - 2} ${y + 17}C${x - 5} ${y + 19} ${x - 7} ${y + 21} ${x - 7} ${y + 28}`;
  return ["seam", turns.map(strand).join("")];
};
const rail = (x: number, from: number, to: number): Mark => ["seam", `M${x} ${from}L${x} ${to}`];

/** Crew neck with two cables. */
const sweater: Drawing = [
  crewBack,
  centre("knit", body("M0 121C16 121 32 110 38 87")),
  cuffs,
  hem,
  centre("rib", "M0 138C26 138 44 118 50 92L38 87C32 110 16 121 0 121"),
  ...[-46, 46].flatMap((x) => [cable(x, 132, 374), rail(x - 13, 126, 381), rail(x + 13, 126, 381)]),
  ...seams,
];

/** Roll neck, plain. */
const pullover: Drawing = [
  centre("back", "M0 52C16 52 28 55 34 60C28 68 14 70 0 70"),
  centre("knit", body("M0 112C18 112 34 106 42 92")),
  centre("rib", "M0 70C14 70 28 67 34 60C36 74 40 84 46 93C38 110 20 120 0 120"),
  single("seam", "M-37 76C-22 92 22 92 37 76"),
  cuffs,
  hem,
  ...seams,
  pair("fold", "M86 214C77 224 68 228 58 230"),
  pair("fold", "M84 370C76 350 74 334 75 316"),
];

/** V-neck with a band, five buttons and two pockets. */
const cardigan: Drawing = [
  centre("back", "M0 94C15 94 28 91 36 84L0 214"),
  centre("knit", body("M0 222L38 86")),
  cuffs,
  hem,
  pair("knit", "M26 300L72 300L72 352L26 352Z"),
  pair("rib", "M26 300L72 300L72 312L26 312Z"),
  single("rib", "M-38 86L-26 80C-22 130 -8 190 10 226L10 419L-9 419L-9 232C-28 190 -38 130 -38 86Z"),
  single("rib", "M38 86L26 80C23 128 14 172 2 206L10 226C28 186 38 130 38 86Z"),
  ...[244, 284, 324, 364, 404].map((y) => button(0.5, y, 3.8)),
  ...seams,
];

/** Sleeveless V-neck with ribbed edges. */
const vest: Drawing = [
  centre("back", "M0 96C15 96 29 93 38 86L0 192"),
  centre("knit", "M0 192L38 86L82 102C74 130 78 168 98 200C92 264 92 324 93 382L0 386"),
  centre("rib", "M0 208L47 92L38 86L0 192"),
  pair("rib", "M82 102L71 98C62 132 68 176 97 214L98 200C78 168 74 130 82 102Z"),
  centre("rib", "M0 386L93 382C93 396 92 408 89 416C58 420 30 420 0 420"),
  ...[-1, 1].flatMap((side) =>
    [0, 1].map((row): Mark =>
      single(
        "accent",
        `M${side * 34} ${240 + row * 66}L${side * 34 + 16} ${263 + row * 66}L${side * 34} ${286 + row * 66}L${side * 34 - 16} ${263 + row * 66}Z`,
      ),
    ),
  ),
  ...[0, 1, 2].map((row): Mark => single("accent", `M0 ${228 + row * 50}L12 ${246 + row * 50}L0 ${264 + row * 50}L-12 ${246 + row * 50}Z`)),
];

export const knits = { sweater, pullover, cardigan, vest } as const;
