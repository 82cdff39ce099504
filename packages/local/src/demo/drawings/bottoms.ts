import { button, centre, type Drawing, type Mark, pair, single } from "./sheet.ts";

const waistBack = (y: number, x: number): Mark => centre("back", `M0 ${y + 3}C30 ${y + 3} ${x - 20} ${y} ${x} ${y - 4}L${x} ${y + 8}L0 ${y + 14}`);
const fly = (from: number, to: number): readonly Mark[] => [
  single("seam", `M0 ${from}L0 ${to}`),
  single("stitch", `M20 ${from}L20 ${to - 34}C20 ${to - 16} 12 ${to - 8} 2 ${to - 3}`),
];

const legs = "L92 92C102 140 106 190 102 250L90 452L36 456L8 214C6 206 3 202 0 202";
const loops = (top: number, xs: readonly number[]): readonly Mark[] =>
  xs.flatMap((x) => [pair("cloth", `M${x} ${top - 2}L${x + 7} ${top - 3}L${x + 7} ${top + 24}L${x} ${top + 25}Z`)]);

/** Straight trousers with slant pockets and a pressed crease. */
const pants: Drawing = [
  waistBack(56, 80),
  centre("cloth", `M0 74C30 74 60 72 84 66${legs}`),
  centre("cloth", "M0 54C30 54 58 52 80 48L84 66C60 72 30 74 0 74"),
  ...fly(74, 190),
  button(0, 64, 3.4),
  ...loops(50, [38]),
  pair("seam", "M66 70L98 128"),
  pair("stitch", "M61 71L94 131"),
  pair("seam", "M52 156C58 240 62 350 63 452"),
  pair("stitch", "M37 447L90.500 443"),
  pair("fold", "M14 216C26 208 40 198 48 188"),
];

/** Five pockets, rivets, visible stitching, worn hem. */
const jeans: Drawing = [
  waistBack(56, 82),
  centre("cloth", "M0 78C30 78 60 76 86 70L95 96C104 144 106 194 102 254L92 456L34 460L8 218C6 210 3 206 0 206"),
  centre("cloth", "M0 54C30 54 58 52 82 48L86 70C60 76 30 78 0 78"),
  pair("stitch", "M3 58C30 58 58 56 82 52M3 74C30 74 60 72 85 66.500"),
  ...fly(78, 194),
  button(0, 66, 4.4),
  ...loops(50, [34, 66]),
  pair("seam", "M42 76C44 100 62 116 98 118"),
  pair("stitch", "M37 76.500C40 104 60 121 99 123"),
  single("seam", "M66 86L66 115M66 86L92 84"),
  pair("trim", "M44 80L48 80L48 84L44 84ZM92 113L96 113L96 117L92 117Z"),
  pair("stitch", "M10 222L39 452M13.500 222L42.500 452"),
  pair("seam", "M96 254L87 456"),
  pair("stitch", "M34 450L92.500 446"),
  pair("fold", "M12 212C26 206 40 198 50 188"),
  pair("fold", "M30 330C42 336 58 338 70 334"),
];

/** Drawstring waist, ribbed cuffs. */
const joggers: Drawing = [
  waistBack(60, 78),
  centre("cloth", "M0 84C30 84 58 82 80 76C100 128 108 190 104 250C100 320 90 380 78 420L38 424C36 350 24 280 9 220C6 212 3 208 0 208"),
  centre("rib", "M0 58C30 58 56 56 78 52L80 76C58 82 30 84 0 84"),
  pair("rib", "M78 420L76 454L41 457L38 424Z"),
  single("seam", "M0 84L0 208"),
  pair("seam", "M62 81C70 106 82 128 100 146"),
  pair("stitch", "M56 82C64 109 78 134 101 152"),
  button(9, 71, 2.6),
  button(-9, 71, 2.6),
  single("cord", "M9 73C13 96 9 116 13 140"),
  single("cord", "M-9 73C-14 92 -9 112 -15 132"),
  pair("fold", "M14 222C28 214 42 204 50 194"),
  pair("fold", "M48 404C56 400 64 398 74 400"),
  pair("fold", "M44 340C56 346 70 346 82 340"),
];

/** Woven shorts with slant pockets and a turned hem. */
const shorts: Drawing = [
  waistBack(106, 88),
  centre("cloth", "M0 130C34 130 68 128 96 122L106 160C116 220 122 290 126 362C98 374 52 380 20 378L8 276C6 268 3 264 0 264"),
  centre("cloth", "M0 104C34 104 64 102 90 96L96 122C68 128 34 130 0 130"),
  pair("stitch", "M3 108C34 108 64 106 90 100.500M3 126C34 126 68 124 94 118"),
  ...fly(130, 252),
  button(0, 117, 4),
  ...loops(99, [44]),
  pair("seam", "M74 127L112 192"),
  pair("stitch", "M69 128L108 196"),
  pair("seam", "M19 362C54 364 96 358 125 346"),
  pair("stitch", "M19.500 367C54 369 97 363 125.500 351"),
  pair("fold", "M16 280C32 270 48 258 58 244"),
];

/** A-line to the knee, with darts and a side zip. */
const skirt: Drawing = [
  waistBack(94, 70),
  centre("cloth", "M0 116C28 116 54 114 76 108C100 160 124 270 138 390C100 410 40 416 0 416"),
  centre("cloth", "M0 92C28 92 52 90 72 84L76 108C54 114 28 116 0 116"),
  button(0, 104, 3.2),
  pair("seam", "M42 114L47 168M47 168L50 113"),
  pair("fold", "M58 186C70 250 80 320 86 398"),
  pair("fold", "M22 220C26 280 28 350 28 408"),
  pair("stitch", "M2 406C40 406 98 400 137 381"),
  single("seam", "M70 110C80 130 86 148 91 168"),
  single("stitch", "M66 111C76 132 82 150 87 170"),
];

/** High waistband, panelled, with a phone pocket. */
const leggings: Drawing = [
  waistBack(56, 62),
  centre("cloth", "M0 96C24 96 46 94 68 90C90 130 94 186 86 244C80 300 68 380 58 450L28 452C28 380 20 290 8 214C6 206 3 202 0 202"),
  centre("cloth", "M0 54C24 54 44 52 62 48C64 62 66 78 68 90C46 94 24 96 0 96"),
  single("seam", "M0 96L0 202"),
  pair("stitch", "M2 91C24 91 46 89 67 85"),
  pair("accent", "M68 90C90 130 94 186 86 244C80 300 68 380 58 450L48 451C58 380 68 300 72 244C78 186 76 130 58 91.500Z"),
  pair("stitch", "M28 441L59 439"),
  pair("seam", "M8 214C22 224 40 240 52 262"),
  pair("fold", "M34 300C42 304 52 304 60 300"),
];

/** Work trousers with cargo pockets and knee patches. */
const uniformPants: Drawing = [
  waistBack(56, 82),
  centre("cloth", "M0 76C30 76 60 74 86 68L96 94C106 142 110 192 107 252L98 454L36 458L8 216C6 208 3 204 0 204"),
  centre("cloth", "M0 54C30 54 58 52 82 48L86 68C60 74 30 76 0 76"),
  pair("stitch", "M3 58C30 58 58 56 82 52M3 72C30 72 60 70 85 64.500"),
  ...fly(76, 192),
  button(0, 65, 4),
  ...loops(50, [36, 66]),
  pair("seam", "M62 73L98 112"),
  pair("stitch", "M57 74L99 119"),
  pair("cloth", "M30 292C48 296 76 296 103 290L99 366C78 372 54 372 40 368Z"),
  pair("stitch", "M34 297C50 300 76 300 99 295L96 362C78 367 56 367 43 364Z"),
  pair("cloth", "M62 216L112 212L109 278L66 282Z"),
  pair("cloth", "M60 208L114 204L113 226L62 230Z"),
  pair("stitch", "M63 226L110 222M69 234L70 278M106 231L104 275"),
  button(72, 219, 2.5),
  button(-72, 219, 2.5),
  button(104, 216, 2.5),
  button(-104, 216, 2.5),
  pair("stitch", "M36 448L98.500 444"),
];

export const bottoms = { pants, jeans, joggers, shorts, skirt, leggings, "uniform-pants": uniformPants } as const;
