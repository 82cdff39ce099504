import { button, centre, type Drawing, type Mark, pair, single } from "./sheet.ts";

const shortBody = "M0 116C16 116 30 104 36 82L90 102C106 108 113 120 119 132L150 200L110 218L90 176C87 250 87 330 90 410C60 415 30 416 0 416";
const neckBack = centre("back", "M0 92C14 92 28 89 36 82C30 104 16 116 0 116");
const crewRib = centre("rib", "M0 128C22 128 39 112 45 85.5L36 82C30 104 16 116 0 116");
const armholes = pair("seam", "M90 102C84 124 83 150 90 176");
const hemStitch = pair("stitch", "M0 406C30 406 60 405 89.5 400");
const bodyFolds: readonly Mark[] = [pair("fold", "M84 186C75 196 66 201 55 203"), pair("fold", "M81 384C73 360 71 340 72 318")];

const tShirt: Drawing = [
  neckBack,
  centre("cloth", shortBody),
  single("seam", "M-32 93C-20 99 20 99 32 93"),
  crewRib,
  armholes,
  hemStitch,
  pair("stitch", "M145.500 190L106 208"),
  ...bodyFolds,
];

const collarLeaves = pair("cloth", "M37 76C33 96 19 109 3 114L22 150L62 110C57 96 48 84 37 76Z");
const polo: Drawing = [
  centre("back", "M0 90C14 90 28 86 37 77C31 102 16 116 0 116"),
  centre("cloth", shortBody),
  armholes,
  centre("cloth", "M0 114L11 114L11 204L0 204"),
  pair("stitch", "M8 140L8 200"),
  single("seam", "M-11 194L11 194"),
  button(0, 134),
  button(0, 158),
  button(0, 182),
  collarLeaves,
  pair("stitch", "M55 110L22 142L8 117"),
  pair("rib", "M150 200L110 218L106 208.500L145.700 190.500Z"),
  hemStitch,
  pair("seam", "M90 396L84 396L84 410.700"),
  ...bodyFolds,
];

const longBody = "M0 116C16 116 30 104 36 82L88 100C106 107 113 122 117 140L154 366L124 372L90 196C87 262 87 336 90 410C60 415 30 416 0 416";
const longFolds: readonly Mark[] = [
  pair("fold", "M84 202C75 212 66 216 56 218"),
  pair("fold", "M108 250C117 248 124 243 128 236"),
  pair("fold", "M81 384C73 360 71 340 72 318"),
];
const longArmholes = pair("seam", "M88 100C82 128 82 162 90 196");

const longSleeve: Drawing = [
  neckBack,
  centre("cloth", longBody),
  single("seam", "M-32 93C-20 99 20 99 32 93"),
  crewRib,
  longArmholes,
  hemStitch,
  pair("stitch", "M152.300 355L122 361"),
  ...longFolds,
];

const fleeceBody = "M0 118C16 118 30 106 37 86L88 104C108 111 116 126 120 146L150 352L122 358L93 206C90 262 90 326 92 382L0 386";
const fleeceCuffs = pair("rib", "M150 352L153 382C146 386 136 388 128 387L122 358Z");
const fleeceHem = centre("rib", "M0 386L92 382C92 394 90 404 87 412C58 416 30 416 0 416");
const fleeceSeams: readonly Mark[] = [
  pair("seam", "M88 104C82 132 83 170 93 206"),
  pair("fold", "M86 212C77 222 68 226 58 228"),
  pair("fold", "M110 258C119 256 126 251 130 244"),
  pair("fold", "M84 372C76 352 74 336 75 318"),
];

const sweatshirt: Drawing = [
  centre("back", "M0 96C14 96 28 93 37 86C31 108 16 118 0 118"),
  centre("cloth", fleeceBody),
  fleeceCuffs,
  fleeceHem,
  centre("rib", "M0 134C24 134 42 116 48 90L37 86C30 108 16 118 0 118"),
  centre("seam", "M0 158L-13 135C-6 137 -3 137 0 137"),
  ...fleeceSeams,
];

const hoodie: Drawing = [
  centre("cloth", "M0 34C40 34 64 62 66 100C67 118 60 130 48 138L0 150"),
  centre("back", "M0 58C27 58 43 78 43 104C43 124 24 142 0 156"),
  centre("cloth", "M0 158C22 148 38 134 45 112L88 122C108 128 116 142 120 160L150 358L122 364L93 220C90 270 90 330 92 386L0 390"),
  single("cloth", "M-43 96C-45 118 -28 138 0 152L0 171C-32 160 -56 140 -60 112C-59 104 -52 98 -43 96Z"),
  single("cloth", "M43 96C45 118 26 140 -6 153L-4 172C30 160 56 140 60 112C59 104 52 98 43 96Z"),
  pair("stitch", "M52 108C47 130 32 148 8 160"),
  pair("rib", "M150 358L153 388C146 392 136 394 128 393L122 364Z"),
  centre("rib", "M0 390L92 386C92 398 90 408 87 416C58 420 30 420 0 420"),
  centre("cloth", "M0 294L42 294L74 346L74 388.500L0 390"),
  pair("stitch", "M46 294L78 346"),
  pair("seam", "M93 220C84 184 82 150 88 122"),
  button(20, 157, 2.4),
  button(-20, 157, 2.4),
  single("cord", "M20 159C22 186 18 212 20 240"),
  single("cord", "M-20 159C-23 182 -19 204 -21 228"),
  pair("fold", "M86 226C77 236 68 240 58 242"),
  pair("fold", "M110 266C119 264 126 259 130 252"),
];

const tank: Drawing = [
  centre("back", "M0 104C20 104 36 96 40 70L54 68C54 96 44 124 30 138L0 154"),
  centre("cloth", "M0 148C28 148 44 112 46 66L70 68C70 112 80 140 96 158C92 240 92 330 96 412C64 417 30 418 0 418"),
  single("seam", "M-44 96C-26 116 26 116 44 96"),
  pair("seam", "M0 157C34 157 51 116 53 67"),
  pair("seam", "M63 67.500C63 114 73 146 94.500 168"),
  hemStitchAt(408, 95.5),
  pair("fold", "M88 178C80 190 72 196 62 198"),
  pair("fold", "M87 386C79 362 77 342 78 320"),
];

function hemStitchAt(y: number, x: number): Mark {
  return pair("stitch", `M0 ${y}C30 ${y} ${x * 0.66} ${y - 1} ${x} ${y - 5}`);
}

const activeTop: Drawing = [
  centre("back", "M0 96C14 96 26 92 34 84C28 104 14 116 0 116"),
  centre(
    "cloth",
    "M0 116C14 116 28 104 34 84L84 104C102 110 110 122 116 136L144 202L108 218L88 180C80 230 78 270 82 312C86 350 90 380 92 410C60 415 30 416 0 416",
  ),
  centre("accent", "M0 116C14 116 28 104 34 84L40 86C33 110 18 124 0 124"),
  pair("accent", "M88 180C84 200 81 222 80 244C64 292 62 350 74 413.500L92 410C90 380 86 350 82 312C79 284 79 262 80 244C81 222 84 200 88 180Z"),
  pair("seam", "M40 86C50 116 74 140 90 180"),
  pair("stitch", "M139.500 191.500L103.500 208"),
  hemStitchAt(406, 91),
  pair("seam", "M-3 232L5 232"),
  pair("fold", "M70 200C62 208 54 211 46 212"),
];

const jersey: Drawing = [
  centre("back", "M0 94C14 94 28 90 37 80L0 150"),
  centre("cloth", "M0 146L37 80L90 100C108 107 116 122 122 136L154 214L112 232L92 184C89 254 89 330 92 410C60 415 30 416 0 416"),
  pair("accent", "M37 80L45 83L0 162L0 146Z"),
  pair("accent", "M150.500 205.500L154 214L112 232L108.300 223.500Z"),
  pair("accent", "M92 184C89 254 89 330 92 410L78 412.300C74 330 74 262 82 196Z"),
  pair("seam", "M90 100C84 126 84 154 92 184"),
  single("accent", "M-30 222L-18 214L-10 214L-10 288L-20 288L-20 226L-30 232Z"),
  single("accent", "M4 222L12 214L28 214L36 222L36 280L28 288L12 288L4 280ZM14 227L14 275L17 278L23 278L26 275L26 227L23 224L17 224Z"),
  hemStitchAt(406, 91),
];

export const tops = { "t-shirt": tShirt, polo, "long-sleeve": longSleeve, sweatshirt, hoodie, tank, "active-top": activeTop, jersey } as const;
