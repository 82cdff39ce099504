import { button, centre, type Drawing, type Mark, pair, single } from "./sheet.ts";

const zip = (from: number, to: number): readonly Mark[] => [
  single("seam", `M-3.500 ${from}L-3.500 ${to}M3.500 ${from}L3.500 ${to}`),
  single("stitch", `M0 ${from}L0 ${to}`),
  single("trim", `M-3 ${from + 4}L3 ${from + 4}L4 ${from + 20}L-4 ${from + 20}Z`),
];

/** A trucker jacket: collar, yokes, flap pockets, button front. */
const jacket: Drawing = [
  centre("back", "M0 84C16 84 30 80 38 72C34 100 16 114 0 118"),
  centre("cloth", "M0 118C18 114 34 100 40 76L92 98C112 105 120 122 124 142L154 358L124 364L96 204C93 262 92 326 92 376L0 378"),
  pair("cloth", "M154 358L158 384C149 388 138 390 130 389L124 364Z"),
  centre("cloth", "M0 378L92 376L92 410L0 412"),
  pair("seam", "M92 98C86 130 87 170 96 204"),
  pair("seam", "M7 172L90 172M9 176L91 176"),
  pair("cloth", "M26 172L70 172L70 190L48 202L26 190Z"),
  pair("stitch", "M29 175L29 188L48 198.500L67 188L67 175"),
  pair("seam", "M30 204L42 376M66 204L56 376"),
  pair("seam", "M70 346L82 296M74 348L86 298"),
  centre("cloth", "M0 118L9 116L9 412L0 412"),
  pair("stitch", "M6 122L6 408"),
  ...[138, 190, 242, 294, 346, 395].map((y) => button(0, y, 3.6)),
  button(48, 192, 3),
  button(-48, 192, 3),
  button(144, 374, 3),
  button(-144, 374, 3),
  pair("cloth", "M40 70C38 92 22 108 3 116L26 152L72 110C66 94 54 80 40 70Z"),
  pair("stitch", "M64 110L26 145L8 117"),
];

/** A light hooded jacket with raglan sleeves, a storm flap and drawcords. */
const windbreaker: Drawing = [
  centre("cloth", "M0 32C42 32 66 62 68 100C69 118 62 130 50 138L0 150"),
  centre("back", "M0 58C28 58 45 78 45 104C45 126 24 142 0 150"),
  single("seam", "M0 32L0 58"),
  centre("cloth", "M0 150C22 146 40 132 46 108L66 116L92 126C112 133 119 146 123 162L156 362L122 370L96 224C94 280 95 340 100 408L0 414"),
  pair("accent", "M46 108L92 126C112 133 119 146 123 162L127 186L96 202L60 174Z"),
  pair("seam", "M66 116C70 160 82 200 96 224"),
  pair("rib", "M156 362L159 376L125 384L122 370Z"),
  pair("cloth", "M45 102C46 126 26 140 3 150L3 172C34 160 60 140 62 112C60 106 53 102 45 102Z"),
  pair("stitch", "M54 110C48 132 30 150 6 161"),
  ...zip(150, 413),
  pair("seam", "M12 172L12 413.500"),
  pair("stitch", "M16 172L16 413"),
  pair("trim", "M76 290L82 292L64 344L58 342Z"),
  pair("stitch", "M99 398L4 404"),
  pair("cord", "M96 412C99 422 90 426 92 436"),
  pair("fold", "M88 236C78 246 68 250 58 250"),
  pair("fold", "M112 268C122 266 130 260 134 252"),
];

/** Single-breasted, notch lapels, two buttons. */
const blazer: Drawing = [
  centre("back", "M0 78C16 78 26 74 32 66L24 130L0 240"),
  single("trim", "M-32 70C-22 130 -10 190 0 238C10 190 22 130 32 70L20 78C10 84 -10 84 -20 78Z"),
  single("seam", "M0 92L0 236"),
  single("trim", "M-32 68L-22 76L0 104L-18 128L-34 92Z"),
  single("trim", "M32 68L22 76L0 104L18 128L34 92Z"),
  pair(
    "cloth",
    "M32 66L40 64L92 88C112 96 120 112 124 132L152 362L116 368L94 204C88 262 90 330 96 414C66 420 44 420 26 414C12 406 4 392 -6 380L-6 262C12 214 26 140 32 66Z",
  ),
  single(
    "cloth",
    "M-32 66L-40 64L-92 88C-112 96 -120 112 -124 132L-152 362L-116 368L-94 204C-88 262 -90 330 -96 414C-66 420 -44 420 -26 414C-12 406 -2 392 8 380L8 262C-10 214 -26 140 -32 66Z",
  ),
  pair("seam", "M92 88C84 122 84 170 94 204"),
  single("cloth", "M6 262C30 222 54 184 66 152L48 140L66 124L40 64L32 66C28 130 18 206 6 262Z"),
  single("cloth", "M-2 252C-26 218 -54 184 -66 152L-48 140L-66 124L-40 64L-32 66C-28 130 -14 200 2 246Z"),
  pair("seam", "M48 140L33 128"),
  button(3, 272, 4.4),
  button(3, 320, 4.4),
  pair("cloth", "M40 318L82 312L83 328L41 334Z"),
  single("cloth", "M42 190L74 184L75 193L43 199Z"),
  pair("seam", "M54 212C50 262 52 300 56 316"),
  ...[338, 348, 358].flatMap((y, index) => [button(143 + index * 1.3, y, 2.3), button(-143 - index * 1.3, y, 2.3)]),
];

/** Button-down work shirt with chest pockets and shoulder tabs. */
const uniformShirt: Drawing = [
  centre("back", "M0 88C16 88 30 84 38 76L32 104L0 124"),
  centre("cloth", "M0 116C18 112 32 100 38 80L92 101C108 107 115 120 121 134L152 212L110 228L92 184C89 250 89 330 92 400C76 418 40 412 0 418"),
  pair("seam", "M92 101C85 126 84 156 92 184"),
  pair("stitch", "M147.500 202L106 217.500"),
  pair("cloth", "M44 92L88 106L85 116L42 102Z"),
  button(50, 101, 2.4),
  button(-50, 101, 2.4),
  centre("cloth", "M0 116L10 113L10 417L0 418"),
  pair("stitch", "M7 120L7 414"),
  ...[134, 180, 226, 272, 318, 364].map((y) => button(0, y, 3.1)),
  pair("cloth", "M26 180L72 180L72 226L49 240L26 226Z"),
  pair("cloth", "M24 176L74 176L74 190L49 202L24 190Z"),
  button(49, 193, 2.6),
  button(-49, 193, 2.6),
  pair("stitch", "M27 179L71 179M29 204L29 224L49 236L69 224L69 204"),
  pair("cloth", "M38 74C36 94 20 108 3 115L22 150L64 112C58 98 50 84 38 74Z"),
  pair("stitch", "M57 112L22 143L8 116"),
  pair("stitch", "M12 409C50 404 76 408 91 393"),
  pair("fold", "M84 250C76 258 68 262 58 264"),
];

export const outer = { jacket, windbreaker, blazer, "uniform-shirt": uniformShirt } as const;
