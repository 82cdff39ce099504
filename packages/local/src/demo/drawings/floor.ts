import { button, type Drawing, type Kind, type Mark, single } from "./sheet.ts";

const box = (kind: Kind, [x, y, width, height]: readonly [number, number, number, number]): Mark =>
  single(kind, `M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`);
const table = (y: number): readonly Mark[] => [
  box("trim", [-168, y, 336, 10]),
  single("trim", `M-150 ${y + 10}L-138 ${y + 10}L-146 272L-158 272ZM150 ${y + 10}L138 ${y + 10}L146 272L158 272Z`),
  single("seam", `M-148 ${y + 44}L148 ${y + 44}`),
];

const roll = (x: number, y: number, kind: Kind): readonly Mark[] => [
  single(
    kind,
    `M${x} ${y - 26}L${x + 190} ${y - 26}C${x + 206} ${y - 26} ${x + 206} ${y + 26} ${x + 190} ${y + 26}L${x} ${y + 26}C${x - 16} ${y + 26} ${x - 16} ${y - 26} ${x} ${y - 26}Z`,
  ),
  single("seam", `M${x} ${y - 26}C${x + 16} ${y - 26} ${x + 16} ${y + 26} ${x} ${y + 26}`),
  single("trim", `M${x - 5} ${y}C${x - 5} ${y - 11} ${x + 7} ${y - 11} ${x + 7} ${y}C${x + 7} ${y + 11} ${x - 5} ${y + 11} ${x - 5} ${y}Z`),
  single("fold", `M${x + 26} ${y - 14}L${x + 176} ${y - 14}M${x + 26} ${y + 12}L${x + 150} ${y + 12}`),
];

/** Rolls of cloth on a pallet, a label on one. */
const materials: Drawing = [
  ...roll(-150, 214, "cloth"),
  ...roll(-40, 214, "back"),
  ...roll(-96, 160, "cloth"),
  box("trim", [-40, 148, 44, 26]),
  single("seam", "M-34 156L-4 156M-34 162L-12 162M-34 168L-8 168"),
  ...roll(-70, 106, "knit"),
  box("trim", [-176, 242, 352, 8]),
  single("trim", "M-170 250L-146 250L-146 266L-170 266ZM-12 250L12 250L12 266L-12 266ZM146 250L170 250L170 266L146 266Z"),
];

/** Layers of cloth on the cutting table with pattern pieces and shears. */
const cutting: Drawing = [
  ...table(190),
  box("cloth", [-150, 150, 300, 40]),
  single("seam", "M-150 158L150 158M-150 166L150 166M-150 174L150 174M-150 182L150 182"),
  single("back", "M150 150L186 84L186 122L150 190Z"),
  single("cloth", "M-150 150L-110 84L186 84L150 150Z"),
  single("trim", "M-112 142L-86 98L-46 98C-40 108 -34 112 -24 114L-40 142Z"),
  single("stitch", "M-104 138L-82 102L-48 102"),
  single("trim", "M-12 142L6 98L52 98L62 116L46 142Z"),
  single("stitch", "M22 138L34 102"),
  single("trim", "M74 142L92 112C104 98 130 98 140 110L122 142Z"),
  single("stitch", "M98 138L112 106"),
  single("edge", "M84 62L142 118M140 64L96 118"),
  single("edge", "M84 62C70 50 62 34 74 28C88 22 96 44 90 66M140 64C152 50 160 36 148 30C134 24 128 46 134 68"),
  button(117, 93, 3),
];

const cone = (x: number): readonly Mark[] => [
  single("cloth", `M${x - 9} 38L${x + 9} 38L${x + 20} 82L${x - 20} 82Z`),
  single("seam", `M${x - 12} 50L${x + 12} 50M${x - 14.5} 60L${x + 14.5} 60M${x - 17} 70L${x + 17} 70`),
  box("trim", [x - 24, 82, 48, 6]),
];

/** A flat-bed knitting machine with cones of yarn. */
const knitting: Drawing = [
  ...[-120, -40, 40, 120].flatMap(cone),
  box("trim", [-160, 88, 320, 8]),
  single("seam", "M-120 38C-110 20 -60 20 -30 116M-40 38C-30 22 -20 60 -10 116M40 38C30 22 20 60 10 116M120 38C110 20 60 20 30 116"),
  box("trim", [-172, 130, 344, 26]),
  single("seam", `M-164 136${Array.from({ length: 41 }, (_, index) => `M${-164 + index * 8.2} 136L${-164 + index * 8.2} 150`).join("")}`),
  box("trim", [-46, 112, 92, 26]),
  single("seam", "M-36 120L36 120M-36 128L36 128"),
  single("knit", "M-96 156L96 156L92 246C60 252 30 240 0 248C-30 254 -60 242 -92 248Z"),
  single("trim", "M-160 156L-148 156L-148 272L-160 272ZM160 156L148 156L148 272L160 272Z"),
];

/** A screen on its press above a garment, squeegee in the ink. */
const decoration: Drawing = [
  ...table(226),
  single("cloth", "M-96 226L-70 176L70 176L96 226Z"),
  single("seam", "M-30 176C-16 188 16 188 30 176"),
  single("trim", "M-132 160L-92 84L92 84L132 160Z"),
  single("cloth", "M-112 150L-82 94L82 94L112 150Z"),
  single("trim", "M-112 150L-82 94L82 94L112 150ZM-100 144L-76 99L76 99L100 144Z"),
  single("accent", "M0 104L12 118L34 120L16 128L22 142L0 133L-22 142L-16 128L-34 120L-12 118Z"),
  single("trim", "M-84 74L-26 74L-22 92L-88 92Z"),
  single("back", "M-88 92L-22 92L-24 100L-86 100Z"),
  single("edge", "M-55 74L-55 46M-72 46L-38 46"),
  single("trim", "M120 160L132 160L132 226L120 226Z"),
];

/** A lockstitch machine with a garment under the needle and a cone of thread. */
const sewing: Drawing = [
  ...table(206),
  single("trim", "M-112 196L104 196L104 206L-112 206Z"),
  single("trim", "M60 196L60 120L-74 120L-74 150L-104 150L-104 112C-104 94 -96 86 -78 86L76 86C94 86 104 96 104 114L104 196Z"),
  single("trim", "M-96 150L-82 150L-82 164L-96 164Z"),
  single("edge", "M-89 164L-89 192M-98 190L-78 190"),
  single("trim", "M104 108L118 108L118 148L104 148Z"),
  single("seam", "M-60 102L40 102M-60 108L40 108"),
  button(82, 122, 9),
  button(-86, 108, 5),
  single("cloth", "M-168 190C-140 184 -110 196 -84 192C-50 188 -20 198 40 192L44 202C0 208 -60 202 -100 204L-168 206Z"),
  single("cloth", "M-168 190C-176 214 -164 232 -172 254L-118 258C-112 236 -120 218 -114 198Z"),
  single("stitch", "M-156 194C-120 190 -100 198 -89 196"),
  single("cloth", "M20 48L36 48L44 82L12 82Z"),
  single("seam", "M18 58L38 58M16 68L40 68"),
  single("seam", "M28 48C20 30 -60 30 -86 103"),
];

/** A steam iron on a board with a pressed sleeve. */
const pressing: Drawing = [
  single("trim", "M-170 196C-170 184 -150 182 -120 182L150 182C166 182 170 186 170 192C170 200 160 204 140 204L-120 204C-150 204 -170 206 -170 196Z"),
  single("edge", "M-80 204L70 272M70 204L-80 272"),
  single("cloth", "M-140 170L60 158L150 170L150 186L-140 186Z"),
  single("stitch", "M146 172L146 184"),
  single("fold", "M-110 176L60 168"),
  single("trim", "M-64 168C-58 128 -20 108 30 108L70 108L76 168Z"),
  single("trim", "M-70 168L78 168L78 178L-74 178Z"),
  single("edge", "M4 108C0 86 12 76 34 76L78 76L72 108"),
  single("seam", "M-30 150L56 150"),
  single("seam", "M-86 160C-94 146 -82 138 -90 122M-106 166C-116 150 -104 140 -112 124M-126 170C-136 156 -124 146 -132 132"),
];

/** A garment on the inspection table, measured, with a glass over a seam. */
const quality: Drawing = [
  single("cloth", "M-40 74C-20 92 20 92 40 74L92 92L150 150L118 178L88 152L88 262L-88 262L-88 152L-118 178L-150 150L-92 92Z"),
  single("rib", "M-40 74C-20 92 20 92 40 74L50 77C30 106 -30 106 -50 77Z"),
  single("seam", "M92 92C84 112 84 134 88 152M-92 92C-84 112 -84 134 -88 152"),
  single("stitch", "M-88 252L88 252"),
  single("trim", "M-118 208L122 196L123 212L-117 224Z"),
  single(
    "seam",
    Array.from(
      { length: 24 },
      (_, index) => `M${-112 + index * 10} ${208 - index * 0.5}L${-112 + index * 10} ${(index % 5 === 0 ? 217 : 213) - index * 0.5}`,
    ).join(""),
  ),
  single("back", "M38 128A34 34 0 1 0 106 128A34 34 0 1 0 38 128Z"),
  single("cloth", "M43 128A29 29 0 1 0 101 128A29 29 0 1 0 43 128Z"),
  single("edge", "M84 101C74 116 74 140 80 156"),
  single("stitch", "M90 104C80 118 80 138 86 153"),
  single("trim", "M96 152L104 145L140 186L130 194Z"),
];

const carton = (x: number, y: number): readonly Mark[] => [
  single("trim", `M${x} ${y}L${x + 86} ${y}L${x + 86} ${y + 62}L${x} ${y + 62}Z`),
  single(
    "trim",
    `M${x} ${y}L${x + 16} ${y - 16}L${x + 102} ${y - 16}L${x + 86} ${y}ZM${x + 86} ${y}L${x + 102} ${y - 16}L${x + 102} ${y + 46}L${x + 86} ${y + 62}Z`,
  ),
  single("cloth", `M${x + 37} ${y}L${x + 53} ${y - 16}L${x + 65} ${y - 16}L${x + 49} ${y}L${x + 49} ${y + 14}L${x + 37} ${y + 14}Z`),
  single(
    "seam",
    `M${x + 10} ${y + 44}L${x + 30} ${y + 44}M${x + 10} ${y + 50}L${x + 24} ${y + 50}M${x + 64} ${y + 52}L${x + 64} ${y + 40}M${x + 60} ${y + 44}L${x + 64} ${y + 40}L${x + 68} ${y + 44}M${x + 74} ${y + 52}L${x + 74} ${y + 40}M${x + 70} ${y + 44}L${x + 74} ${y + 40}L${x + 78} ${y + 44}`,
  ),
];

/** Cartons on a pallet, sealed and labelled. */
const packing: Drawing = [
  ...carton(-150, 184),
  ...carton(-44, 184),
  ...carton(62, 184),
  ...carton(-98, 106),
  ...carton(8, 106),
  box("trim", [-168, 246, 344, 8]),
  single("trim", "M-162 254L-138 254L-138 270L-162 270ZM-8 254L16 254L16 270L-8 270ZM146 254L170 254L170 270L146 270Z"),
];

/** One garment on a hanger with a sample tag. */
const sample: Drawing = [
  single("edge", "M0 54C-2 42 14 40 13 28C12 16 -8 16 -9 30"),
  single("edge", "M0 54L-66 84M0 54L66 84"),
  single("back", "M-30 76C-14 84 14 84 30 76C26 94 14 104 0 104C-14 104 -26 94 -30 76Z"),
  single("cloth", "M-30 76C-26 94 -14 104 0 104C14 104 26 94 30 76L78 90L128 140L100 164L76 142L76 264L-76 264L-76 142L-100 164L-128 140L-78 90Z"),
  single("rib", "M-30 76C-26 94 -14 104 0 104C14 104 26 94 30 76L39 78.500C34 104 18 115 0 115C-18 115 -34 104 -39 78.500Z"),
  single("stitch", "M-76 254L76 254"),
  single("seam", "M78 90C72 108 72 126 76 142M-78 90C-72 108 -72 126 -76 142"),
  single("seam", "M36 112C44 128 48 136 54 146"),
  single("trim", "M46 146L66 142L78 190L52 196Z"),
  single("seam", "M56 162L68 159M58 170L70 167M60 178L70 176"),
  button(56, 150, 2),
];

/** What the floor would show of each stage, drawn: nothing pretends to be a photograph. */
export const floor = { sample, materials, cutting, knitting, decoration, sewing, pressing, quality, packing } as const;
