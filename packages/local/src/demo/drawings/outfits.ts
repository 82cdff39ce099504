import { button, centre, type Drawing, pair, single } from "./sheet.ts";

/** Short sleeves, waist seam, flared skirt. */
const dress: Drawing = [
  centre("back", "M0 70C16 70 30 66 40 58C36 82 18 96 0 96"),
  centre(
    "cloth",
    "M0 96C18 96 36 82 40 58L78 72C92 78 99 88 104 100L122 142L88 158L74 128C72 160 66 184 62 208C84 270 108 350 124 424C84 440 40 444 0 444",
  ),
  pair("seam", "M0 104C22 104 42 88 47 61"),
  pair("seam", "M78 72C71 92 70 110 74 128"),
  centre("cloth", "M0 208C24 208 44 206 63 202L62 208L64 220C44 224 24 226 0 226"),
  pair("stitch", "M119 134L84.500 150"),
  pair("seam", "M36 152L34 206"),
  pair("fold", "M46 228C58 290 70 360 78 434"),
  pair("fold", "M16 232C20 300 24 370 26 440"),
  pair("fold", "M34 230C36 250 38 270 42 290"),
  pair("stitch", "M2 434C40 434 84 430 121.500 414"),
  single(
    "cord",
    "M0 217C12 232 20 246 18 266M0 217C-10 230 -4 250 -8 272M0 217C14 206 26 210 26 218C22 226 10 222 0 217C-14 206 -26 210 -26 218C-22 226 -10 222 0 217",
  ),
];

/** A workwear one-piece: collar, front zip, chest pockets, belt. */
const jumpsuit: Drawing = [
  centre("back", "M0 52C14 52 26 48 32 42L28 66L0 80"),
  centre(
    "cloth",
    "M0 78C14 74 26 62 32 46L68 62C82 68 88 80 92 96L108 224L86 228L68 142C68 170 66 196 66 218L76 250C84 300 80 380 74 454L30 457L8 296C6 290 3 288 0 288",
  ),
  pair("cloth", "M108 224L110 242L88 246L86 228Z"),
  pair("seam", "M68 62C62 88 62 116 68 142"),
  centre("cloth", "M0 78L8 75L8 286L0 288"),
  single("seam", "M0 78L0 284"),
  single("trim", "M-3 104L3 104L4 118L-4 118Z"),
  pair("cloth", "M20 118L52 118L52 150L20 150Z"),
  pair("cloth", "M18 114L54 114L54 126L18 126Z"),
  button(36, 121, 2.2),
  button(-36, 121, 2.2),
  centre("cloth", "M0 212C24 212 46 210 66 206L66 224C46 228 24 230 0 230"),
  pair("stitch", "M11 216C28 216 48 214 65 210.500M11 226C28 226 48 224 65 220"),
  single("trim", "M-12 210L12 210L12 232L-12 232ZM-7 215L-7 227L7 227L7 215Z"),
  pair("seam", "M50 229L72 272"),
  pair("stitch", "M46 230L70 277"),
  pair("cloth", "M34 340L78 336L77 384L38 387Z"),
  pair("stitch", "M38 344L74 341L73 380L41 383Z"),
  pair("stitch", "M29 447L75 444"),
  pair("cloth", "M32 42C30 56 18 70 3 78L20 104L56 76C50 62 42 50 32 42Z"),
  pair("stitch", "M49 76L20 98L8 79"),
];

/** V-neck tunic with pockets over straight trousers. */
const scrubs: Drawing = [
  centre("cloth", "M0 262L78 258C80 320 76 390 72 456L26 459L7 344C5 339 3 337 0 337"),
  single("seam", "M0 262L0 337"),
  pair("stitch", "M26 450L72.500 447"),
  centre("back", "M0 50C16 50 28 47 36 38L0 112"),
  centre("cloth", "M0 106L36 38L78 56C92 62 98 74 104 88L130 148L94 164L78 128C77 180 78 240 82 284C54 290 28 291 0 291"),
  centre("cloth", "M0 122L45 42L36 38L0 106"),
  pair("seam", "M78 56C72 80 71 104 78 128"),
  pair("stitch", "M126.500 139.500L90.300 155"),
  single("cloth", "M28 122L66 122L66 160L47 166L28 160Z"),
  single("stitch", "M28 130L66 130"),
  single("seam", "M56 122L56 130"),
  pair("cloth", "M24 220L70 220L73 274L24 277Z"),
  pair("stitch", "M24 229L70.500 229"),
  pair("stitch", "M2 283C28 283 54 282 81 277"),
  pair("seam", "M82 284L76 284L74 262"),
  single("cord", "M-3 293C-7 303 -3 311 -8 321M3 293C8 303 3 313 8 325"),
];

/** Zip jacket with a stand collar over tapered trousers, striped down the sides. */
const tracksuit: Drawing = [
  centre("cloth", "M0 250L70 250C82 300 82 350 76 396C72 424 68 436 64 452L30 454C28 400 18 350 6 318L0 316"),
  pair("accent", "M70 254C82 300 82 350 76 396C72 424 68 436 64 452L56 452.500C60 436 64 424 67 396C72 350 72 300 62 254Z"),
  single("seam", "M0 250L0 316"),
  pair("stitch", "M29.500 446L65.500 444"),
  pair("fold", "M12 322C22 316 32 308 38 300"),
  centre("back", "M0 40C10 40 20 38 25 34L22 62L0 64"),
  centre("cloth", "M0 66L26 60L76 72C92 78 99 90 103 106L122 232L98 238L78 154C77 190 77 224 79 254L0 258"),
  pair("accent", "M68 70L76 72C92 78 99 90 103 106L122 232L114 234L95 110C91 94 84 84 64 78Z"),
  pair("rib", "M122 232L124 250L101 255L98 238Z"),
  centre("rib", "M0 258L79 254L77 276C50 280 26 280 0 280"),
  single("rib", "M-26 60C-26 50 -26 42 -25 32C-16 42 -8 48 -2 66Z"),
  single("rib", "M26 60C26 50 26 42 25 32C16 42 8 48 2 66Z"),
  pair("seam", "M72 74C68 100 70 130 78 154"),
  single("seam", "M-3 66L-3 280M3 66L3 280"),
  single("stitch", "M0 66L0 280"),
  single("trim", "M-3 70L3 70L4 84L-4 84Z"),
  pair("trim", "M62 190L67 191L56 232L51 231Z"),
];

export const outfits = { dress, jumpsuit, scrubs, tracksuit } as const;
