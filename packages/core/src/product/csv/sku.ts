import slugify from "slugify";

/** The longest stock keeping unit we write: what fits on a carton label. */
export const MAX_SKU = 64;

const code = (text: string): string => slugify(text, { lower: false, strict: true, trim: true }).toUpperCase();

/** The handle as it stands in addresses: lower-case letters, digits and hyphens; empty when nothing of it can be written so. */
export const toHandle = (text: string): string => slugify(text, { lower: true, strict: true, trim: true }).slice(0, 120);

/**
 * A stock keeping unit from handle and option values, as `CLASSIC-VARSITY-TOP-SMALL`; the same file always gives the same.
 * One that is taken already, by the file or by a value that is written alike, gets a number.
 */
export function deriveSku(handle: string, values: readonly string[], taken: ReadonlySet<string>): string {
  const tail = values.map(code).filter((part) => part !== "");
  const room = Math.max(8, MAX_SKU - 4 - tail.join("-").length - 1);
  const base = [code(handle).slice(0, room), ...tail].join("-").slice(0, MAX_SKU - 4);
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const numbered = `${base}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}
