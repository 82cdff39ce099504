import type { Content } from "pdfmake";

/** Letters of the Bengali block with the joiners between them; all else is set in the Latin face. */
const BENGALI = /[\u0980-\u09FF](?:[\u0980-\u09FF\u0964\u0965]|\u200C|\u200D)*/g;

const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/** A text in runs, each in the face that has its letters: the setter does not look for a glyph in a second font by itself. */
export function runs(text: string): Content[] {
  const clean = text.replace(CONTROL, " ").normalize("NFC");
  const out: Content[] = [];
  let at = 0;
  for (const found of clean.matchAll(BENGALI)) {
    if (found.index > at) out.push({ text: clean.slice(at, found.index), font: "Latin" });
    out.push({ text: found[0], font: "Bengali" });
    at = found.index + found[0].length;
  }
  if (at < clean.length) out.push({ text: clean.slice(at), font: "Latin" });
  return out;
}
