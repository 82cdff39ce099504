import { type Field, fields, type Reading, SURE_BPS, type Wish } from "@sleekapp/core/brief/model";
import { complexityNames, fabricNames, garments, placementNames, techniqueNames } from "@sleekapp/core/garment/model";
import { rushNames } from "@sleekapp/core/production/model";
import { formatCount } from "../../../lib/money.ts";
import type { QuoteForm } from "../quote-form.ts";

const NOTES = 2_000;

const rowsOf = (sizes: Reading["sizes"]): QuoteForm["sizes"] => sizes && Object.entries(sizes.value).map(([size, pieces]) => ({ size, pieces }));

/** What a reading changes of the form; the words it was read from become the notes, so that nothing they say is lost. */
export function formOfReading({ sizes, customisations, ...reading }: Reading, words: string, before: QuoteForm): Partial<QuoteForm> {
  const values = Object.entries(reading).flatMap(([field, read]) => (read ? [[field, read.value] as const] : []));
  const hasRoom = before.notes.trim() === "" && words !== "";
  const others = { sizes: rowsOf(sizes), wishes: customisations?.value, notes: hasRoom ? words.slice(0, NOTES) : undefined };
  const read = Object.fromEntries([...values, ...Object.entries(others).filter(([, value]) => value !== undefined)]);
  // Other sizes are not what the colours were split over.
  return sizes ? { ...read, colours: undefined } : read;
}

const names: Readonly<Record<Field, string>> = {
  garmentType: "Garment",
  quantity: "Pieces",
  fabric: "Fabric",
  gsm: "Cloth weight",
  complexity: "Make",
  customisations: "Decoration and trims",
  sizes: "Sizes",
  rush: "Schedule",
  wantedOn: "Ready to ship by",
  sample: "Sample",
};

const wishWords = ({ technique, placement }: Wish): string => `${techniqueNames[technique]}${placement ? `, ${placementNames[placement]}` : ""}`;
const sizeWords = (sizes: Readonly<Record<string, number>>): string =>
  Object.entries(sizes)
    .map(([size, pieces]) => `${size} ${formatCount(pieces)}`)
    .join(" · ");

/** Each field in words, where it was read. */
const words: Readonly<Record<Field, (reading: Reading) => string | undefined>> = {
  garmentType: ({ garmentType }) => garmentType && garments[garmentType.value].plural,
  quantity: ({ quantity }) => quantity && formatCount(quantity.value),
  fabric: ({ fabric }) => fabric && fabricNames[fabric.value],
  gsm: ({ gsm }) => gsm && `${gsm.value} g/m²`,
  complexity: ({ complexity }) => complexity && complexityNames[complexity.value].split(":")[0],
  customisations: ({ customisations }) => customisations?.value.map(wishWords).join("; "),
  sizes: ({ sizes }) => sizes && sizeWords(sizes.value),
  rush: ({ rush }) => rush && rushNames[rush.value],
  wantedOn: ({ wantedOn }) => wantedOn?.value,
  sample: ({ sample }) => sample && (sample.value ? "Made and approved first" : "None"),
};

/** What was read of one field, in words. */
export type Line = { readonly field: Field; readonly name: string; readonly text: string; readonly isSure: boolean };

/** What was read, field by field in the order of the form. */
export const linesOf = (reading: Reading): Line[] =>
  fields.flatMap((field) => {
    const text = words[field](reading);
    return text === undefined || text === "" ? [] : [{ field, name: names[field], text, isSure: (reading[field]?.bps ?? 0) >= SURE_BPS }];
  });

const wanted: readonly Field[] = ["garmentType", "quantity", "fabric", "complexity"];

/** What a price needs and the words did not say. */
export const missingIn = (reading: Reading): string[] =>
  wanted.filter((field) => reading[field] === undefined).map((field) => names[field].toLowerCase());
