import { type DesignAnalysis, type Pattern, patternNames, type Print, printNames } from "@sleekapp/core/design/model";
import { colourName } from "@sleekapp/core/design/rules";
import { type Construction, constructionNames, type Fabric, type GarmentType, type Technique } from "@sleekapp/core/garment/model";
import type { QuoteForm } from "../quote/quote-form.ts";

/** What somebody says a picture shows, after they have looked over what was read; an empty field is not known. */
export type Confirmed = {
  readonly garmentType: GarmentType | undefined;
  readonly construction: Construction | undefined;
  readonly pattern: Pattern;
  readonly print: Print;
  readonly colours: readonly string[];
  readonly techniques: readonly Technique[];
  readonly fabric: Fabric | undefined;
};

/** The form before anybody has changed it: what was read, and no fabric. */
export const confirmedFrom = ({ garment, construction, pattern, print, colours, techniques }: DesignAnalysis): Confirmed => ({
  garmentType: garment.value === "unknown" ? undefined : garment.value,
  construction: construction.value === "unknown" ? undefined : construction.value,
  pattern: pattern.value,
  print: print.value,
  colours: colours.map(({ hex }) => hex),
  techniques: techniques.map(({ value }) => value),
  fabric: undefined,
});

const SURE = 80;
const LIKELY = 50;

/** How sure a field is, in words and with its percent. */
export function confidenceWords(percent: number): string {
  if (percent === 0) return "Not seen: please choose";
  const word = percent >= SURE ? "Sure" : percent >= LIKELY ? "Likely: please check" : "A guess: please check";
  return `${word} (${percent} %)`;
}

/** What has no field of its own in a brief, as a note for whoever makes it. */
export function noteOf({ construction, pattern, print, colours }: Confirmed): string {
  const parts = [
    construction && constructionNames[construction],
    pattern === "unknown" ? undefined : `Pattern: ${patternNames[pattern].toLowerCase()}`,
    print === "unknown" ? undefined : `Print: ${printNames[print].toLowerCase()}`,
    colours.length === 0 ? undefined : `Colours: ${colours.map((hex) => `${colourName(hex).toLowerCase()} ${hex}`).join(", ")}`,
  ];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? "" : `${said.join(". ")}.`;
}

const NOTES = 2_000;

/** The quote form with what was confirmed; what was typed there before stays where the picture says nothing. */
export function formWith(before: QuoteForm, designId: string, confirmed: Confirmed): QuoteForm {
  const { garmentType, fabric, techniques } = confirmed;
  const [typed, note] = [before.notes.trim(), noteOf(confirmed)];
  const notes = typed.includes(note) ? typed : [typed, note].filter((part) => part !== "").join("\n");
  return {
    ...before,
    ...(garmentType ? { garmentType } : {}),
    ...(fabric ? { fabric } : {}),
    ...(techniques.length > 0 ? { wishes: techniques.map((technique) => ({ technique })) } : {}),
    notes: notes.slice(0, NOTES),
    designId,
  };
}
