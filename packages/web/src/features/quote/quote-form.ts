import { decorations, fabrics, familyOf, garmentTypes } from "@sleekapp/core/garment/facts";
import type { Complexity, Customisation, Fabric, GarmentType, Gauge, Packaging } from "@sleekapp/core/garment/model";
import { isDate } from "@sleekapp/core/kernel/days";
import { COUNTRY, MAX_GSM, MAX_NOTES, MAX_QUANTITY, MIN_GSM, MIN_QUANTITY } from "@sleekapp/core/pricing/facts";
import type { Brief, Incoterm, PartialBrief } from "@sleekapp/core/pricing/model";
import type { Rush } from "@sleekapp/core/production/model";
import { colourProblem, type ColourRow, coloursIn, rowsOf } from "./colour-form.ts";
import type { Contact } from "./contact.ts";
import { formatCount } from "../../lib/money.ts";

// Without schemas, so that whoever opens the form does not wait for their library: `quote-draft.ts` and `brief-of.ts` have them.

export type Wish = Customisation;

export type SizeRow = { size: string; pieces?: number | undefined };

/** The quote form as it is typed; fields that are not written yet are missing. */
export type QuoteForm = {
  garmentType?: GarmentType | undefined;
  quantity?: number | undefined;
  complexity?: Complexity | undefined;
  fabric?: Fabric | undefined;
  gsm?: number | undefined;
  /** For knitwear; kept while another garment is looked at. */
  gauge?: Gauge | undefined;
  /** Missing: an even split over the usual sizes. */
  sizes?: SizeRow[] | undefined;
  /** With `sizes`: the same pieces by colour, each colour's under the sizes in their order. */
  colours?: ColourRow[] | undefined;
  /** Missing until the step that asks for them has been seen: until then the range allows for some. */
  wishes?: Wish[] | undefined;
  packaging?: Packaging | undefined;
  incoterm?: Incoterm | undefined;
  country?: string | undefined;
  rush: Rush;
  wantedOn: string;
  sample: boolean;
  notes: string;
  /** A design of one's own that the quote is to show; no part of the brief. */
  designId?: string | undefined;
  /** The secret by which files were sent for the quote before it is there. */
  draft?: string | undefined;
};

export const emptyForm: QuoteForm = { rush: "none", wantedOn: "", sample: false, notes: "" };

/** What was typed into the form, and how far a guest has come in proving an address. */
export type QuoteDraft = { form: QuoteForm; contact: Contact };

/** A form that nobody has typed into, under the name of its draft. */
export const freshDraft: { readonly key: string; readonly initial: QuoteDraft; readonly parse: (value: unknown) => QuoteDraft | undefined } = {
  key: "quote",
  initial: { form: emptyForm, contact: { email: "" } },
  parse: () => undefined,
};

/** The steps in their order. */
export const steps = ["garment", "fabric", "extras", "contact"] as const;
export type Step = (typeof steps)[number];

const sizesOf = (rows: readonly SizeRow[] | undefined): Record<string, number> | undefined => {
  const filled = (rows ?? []).filter((row) => row.size.trim() !== "" && (row.pieces ?? 0) > 0);
  return filled.length === 0 ? undefined : Object.fromEntries(filled.map((row) => [row.size.trim(), row.pieces ?? 0]));
};

const isWithin = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= least && value <= most;

const isWeight = (gsm: number | undefined): boolean => gsm === undefined || isWithin(gsm, MIN_GSM, MAX_GSM);

/** Whether a wish lacks the place it needs, or asks for one it cannot have. */
export const isMisplaced = ({ technique, placement }: Wish): boolean =>
  decorations.includes(technique) && (placement === undefined || (placement === "all-over" && technique !== "sublimation"));

/** Where the goods go, once it can be priced: a delivery to the door needs a country. */
function deliveryOf({ incoterm, country }: QuoteForm): PartialBrief["delivery"] {
  if (!incoterm || (country === undefined ? incoterm === "DDP" : !COUNTRY.test(country))) return undefined;
  return { incoterm, ...(country === undefined ? {} : { country }) };
}

/** What is known so far, as the price rules read it; a weight or a decoration that is not acceptable yet does not count. */
export function partialOf(form: QuoteForm): PartialBrief {
  const { garmentType, quantity, complexity, fabric, rush, sample } = form;
  return {
    garmentType,
    quantity,
    complexity,
    fabric,
    gsm: isWeight(form.gsm) ? form.gsm : undefined,
    gauge: garmentType && familyOf(garmentType) === "knitwear" ? form.gauge : undefined,
    packaging: form.packaging,
    delivery: deliveryOf(form),
    sizes: sizesOf(form.sizes),
    colours: coloursIn(form.colours, form.sizes),
    customisations: form.wishes?.filter((wish) => !isMisplaced(wish)),
    rush,
    sample,
    wantedOn: form.wantedOn === "" ? undefined : form.wantedOn,
    notes: form.notes.trim() === "" ? undefined : form.notes.trim(),
  };
}

/** The form that would give this brief again. */
export function formOf(brief: Brief): QuoteForm {
  const { sizes, colours, customisations, delivery, wantedOn = "", notes = "", ...rest } = brief;
  const rows = sizes && Object.entries(sizes).map(([size, pieces]) => ({ size, pieces }));
  const split = rows ? { sizes: rows, ...(colours ? { colours: rowsOf(colours, rows) } : {}) } : {};
  return { ...rest, ...delivery, wishes: customisations, wantedOn, notes, ...split };
}

export type Field = "garmentType" | "quantity" | "complexity" | "fabric" | "gsm" | "sizes" | "colours" | "wishes" | "country" | "wantedOn" | "notes";
export type Problems = { readonly [F in Field]?: string };

const pieces = `From ${formatCount(MIN_QUANTITY)} to ${formatCount(MAX_QUANTITY)} pieces; what is smaller or larger is priced by a person.`;

function sizeProblem({ sizes, quantity }: QuoteForm): string | undefined {
  if (!sizes) return undefined;
  const names = sizes.filter((row) => (row.pieces ?? 0) > 0).map((row) => row.size.trim());
  if (names.includes("")) return "Name every size that has pieces.";
  if (new Set(names).size < names.length) return "Each size once, please.";
  const split = sizes.reduce((sum, row) => sum + (row.pieces ?? 0), 0);
  return split === quantity ? undefined : `The sizes add up to ${formatCount(split)} of ${formatCount(quantity ?? 0)} pieces.`;
}

const checks: Readonly<Record<Field, (form: QuoteForm, today: string) => string | undefined>> = {
  garmentType: ({ garmentType }) => (garmentType ? undefined : "Choose a garment."),
  quantity: ({ quantity }) => (isWithin(quantity, MIN_QUANTITY, MAX_QUANTITY) ? undefined : pieces),
  complexity: ({ complexity }) => (complexity ? undefined : "Choose how it is made."),
  fabric: ({ fabric }) => (fabric ? undefined : "Choose a fabric."),
  gsm: ({ gsm }) => (isWeight(gsm) ? undefined : `From ${MIN_GSM} to ${MAX_GSM} g/m², or leave it empty.`),
  sizes: sizeProblem,
  colours: ({ colours }) => colourProblem(colours),
  wishes: ({ wishes = [] }) => (wishes.some(isMisplaced) ? "Say for each decoration where it goes." : undefined),
  country: ({ incoterm, country }) => (incoterm === "DDP" && country === undefined ? "Say where the goods go." : undefined),
  wantedOn: ({ wantedOn }, today) => (wantedOn === "" || (isDate(wantedOn) && wantedOn > today) ? undefined : "Choose a day after today, or none."),
  notes: ({ notes }) => (notes.trim().length <= MAX_NOTES ? undefined : `At most ${formatCount(MAX_NOTES)} characters.`),
};

const fields: Readonly<Record<Step, readonly Field[]>> = {
  garment: ["garmentType", "quantity", "complexity"],
  fabric: ["fabric", "gsm", "sizes", "colours"],
  extras: ["wishes", "country", "wantedOn", "notes"],
  contact: [],
};

/** What stands between this step and the next one, by field. */
export function problemsOf(step: Step, form: QuoteForm, today: string): Problems {
  return Object.fromEntries(
    fields[step].flatMap((field) => {
      const problem = checks[field](form, today);
      return problem === undefined ? [] : [[field, problem]];
    }),
  );
}

/** The furthest step that may be shown: the first with something missing. */
export const furthest = (form: QuoteForm, today: string): Step =>
  steps.find((step) => Object.keys(problemsOf(step, form, today)).length > 0 || (step === "extras" && form.wishes === undefined)) ?? "contact";

/** A whole number of pieces for each size, as even as it goes; the first sizes get what is left over. */
export function evenly(names: readonly string[], quantity: number): SizeRow[] {
  const each = Math.floor(quantity / names.length);
  return names.map((size, index) => ({ size, pieces: each + (index < quantity % names.length ? 1 : 0) }));
}

const number = (text: string | null): number | undefined => (text !== null && /^\d{1,9}$/u.test(text) ? Number(text) : undefined);

/** What a link to the quote page already says: garment, pieces, fabric, weight and what it should be like. */
export function prefillOf(params: URLSearchParams): Partial<QuoteForm> {
  const given = {
    garmentType: garmentTypes.find((type) => type === params.get("product")),
    fabric: fabrics.find((fabric) => fabric === params.get("fabric")),
    quantity: number(params.get("quantity")),
    gsm: number(params.get("gsm")),
    notes: params.get("like")?.slice(0, 200),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
