import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import subsetFont from "subset-font";

const require = createRequire(path.join(import.meta.dirname, "../packages/core/package.json"));
const target = path.join(import.meta.dirname, "../packages/core/src/adapters/pdf/fonts");

const range = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join("");

/** What addresses and product names of our markets are written in: Latin with all its accents, Greek, Cyrillic, signs and currencies. */
const latin = [
  range(0x20, 0x7e),
  range(0xa0, 0x24f),
  range(0x300, 0x304),
  range(0x384, 0x3ce),
  range(0x400, 0x45f),
  range(0x1e00, 0x1eff),
  range(0x2010, 0x2027),
  range(0x2030, 0x203a),
  range(0x20a0, 0x20bf),
  "™−×≤≥◌",
].join("");

/** The whole Bengali block with the joiners that shape its conjuncts, and the few signs that stand between its words. */
const bengali = `${range(0x0980, 0x09ff)}\u200c\u200d।॥ .,-/()0123456789`;

const fonts = [
  { from: "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf", to: "noto-sans-regular", text: latin },
  { from: "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf", to: "noto-sans-semibold", text: latin },
  { from: "@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf", to: "noto-sans-bengali-regular", text: bengali },
  { from: "@expo-google-fonts/noto-sans-bengali/600SemiBold/NotoSansBengali_600SemiBold.ttf", to: "noto-sans-bengali-semibold", text: bengali },
] as const;

/** Cuts the documents' fonts down to what is written with them, as modules: they travel inside any bundle without being copied. */
async function cut(check: boolean): Promise<boolean> {
  let isCurrent = true;
  for (const { from, to, text } of fonts) {
    const font = await subsetFont(readFileSync(require.resolve(from)), text, { targetFormat: "sfnt" });
    const file = path.join(target, `${to}.ts`);
    const module = `// Written by tools/fonts.ts from ${from} (SIL Open Font License 1.1).\nexport const font =\n  "${font.toString("base64")}";\n`;
    if (existsSync(file) && readFileSync(file, "utf8") === module) continue;
    isCurrent = false;
    if (!check) writeFileSync(file, module);
    console.log(`${check ? "out of date" : "written"}: ${path.relative(process.cwd(), file)} (${font.length} bytes)`);
  }
  return isCurrent;
}

const check = process.argv.includes("--check");
const isCurrent = await cut(check);
if (check && !isCurrent) process.exitCode = 1;
