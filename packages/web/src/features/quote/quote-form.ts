import { Complexity, Fabric, familyOf, GarmentType, Gauge, Packaging, Placement, Technique, decorations } from "@sleekapp/core/garment/model";
import { Brief, BriefFields, MAX_QUANTITY, Incoterm, MIN_QUANTITY, type PartialBrief } from "@sleekapp/core/pricing/model";
import { DraftSecret } from "@sleekapp/core/quote/model";
import { Rush } from "@sleekapp/core/production/model";
import * as z from "zod";
import { colourProblem, ColourRow, coloursIn, rowsOf } from "./colour-form.ts";
import { formatCount } from "../../lib/money.ts";

const Wish = z.strictObject({ technique: Technique, placement: Placement.optional() });
export type Wish = z.infer<typeof Wish>;

const SizeRow = z.strictObject({ size: z.string(), pieces: z.int().optional() });
export type SizeRow = z.infer<typeof SizeRow>;

/** The quote form as it is typed; fields that are not written yet are missing. */
export const QuoteForm = z.strictObject({
  garmentType: GarmentType.optional(),
  quantity: z.int().optional(),
  complexity: Complexity.optional(),
  fabric: Fabric.optional(),
  gsm: z.int().optional(),
  /** For knitwear; kept while another garment is looked at. */
  gauge: Gauge.optional(),
  /** Missing: an even split over the usual sizes. */
  sizes: z.array(SizeRow).optional(),
  /** With `sizes`: the same pieces by colour, each colour's under the sizes in their order. */
  colours: z.array(ColourRow).optional(),
  /** Missing until the step that asks for them has been seen: until then the range allows for some. */
  wishes: z.array(Wish).optional(),
  packaging: Packaging.optional(),
  incoterm: Incoterm.optional(),
  country: z.string().optional(),
  rush: Rush,
  wantedOn: z.string(),
  sample: z.boolean(),
  notes: z.string(),
  /** A design of one's own that the quote is to show; no part of the brief. */
  designId: z.string().max(60).optional(),
  /** The secret by which files were sent for the quote before it is there. */
  draft: DraftSecret.optional(),
});
export type QuoteForm = z.infer<typeof QuoteForm>;

export const emptyForm: QuoteForm = { rush: "none", wantedOn: "", sample: false, notes: "" };

/** The steps in their order. */
export const steps = ["garment", "fabric", "extras", "contact"] as const;
export type Step = (typeof steps)[number];

const sizesOf = (rows: readonly SizeRow[] | undefined): Record<string, number> | undefined => {
  const filled = (rows ?? []).filter((row) => row.size.trim() !== "" && (row.pieces ?? 0) > 0);
  return filled.length === 0 ? undefined : Object.fromEntries(filled.map((row) => [row.size.trim(), row.pieces ?? 0]));
};

const { shape } = BriefFields;

/** Whether a wish lacks the place it needs, or asks for one it cannot have. */
export const isMisplaced = ({ technique, placement }: Wish): boolean =>
  decorations.includes(technique) && (placement === undefined || (placement === "all-over" && technique !== "sublimation"));

/** Where the goods go, once it can be priced: a delivery to the door needs a country. */
const deliveryOf = ({ incoterm, country }: QuoteForm): PartialBrief["delivery"] =>
  shape.delivery.safeParse(incoterm && { incoterm, ...(country === undefined ? {} : { country }) }).data;

/** What is known so far, as the price rules read it; a weight or a decoration that is not acceptable yet does not count. */
export function partialOf(form: QuoteForm): PartialBrief {
  const { garmentType, quantity, complexity, fabric, rush, sample } = form;
  return {
    garmentType,
    quantity,
    complexity,
    fabric,
    gsm: shape.gsm.safeParse(form.gsm).data,
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

/** The finished brief; undefined while something is missing or not accepted. */
export function briefFrom(form: QuoteForm): Brief | undefined {
  const known = Object.fromEntries(Object.entries(partialOf(form)).filter(([, value]) => value !== undefined));
  const parsed = Brief.safeParse(known);
  return parsed.success ? parsed.data : undefined;
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
  quantity: ({ quantity }) => (shape.quantity.safeParse(quantity).success ? undefined : pieces),
  complexity: ({ complexity }) => (complexity ? undefined : "Choose how it is made."),
  fabric: ({ fabric }) => (fabric ? undefined : "Choose a fabric."),
  gsm: ({ gsm }) => (shape.gsm.safeParse(gsm).success ? undefined : "From 80 to 600 g/m², or leave it empty."),
  sizes: sizeProblem,
  colours: ({ colours }) => colourProblem(colours),
  wishes: ({ wishes = [] }) => (wishes.some(isMisplaced) ? "Say for each decoration where it goes." : undefined),
  country: ({ incoterm, country }) => (incoterm === "DDP" && country === undefined ? "Say where the goods go." : undefined),
  wantedOn: ({ wantedOn }, today) =>
    wantedOn === "" || (shape.wantedOn.safeParse(wantedOn).success && wantedOn > today) ? undefined : "Choose a day after today, or none.",
  notes: ({ notes }) => (shape.notes.safeParse(notes).success ? undefined : "At most 2,000 characters."),
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
  const garmentType = GarmentType.safeParse(params.get("product"));
  const fabric = Fabric.safeParse(params.get("fabric"));
  const given = {
    garmentType: garmentType.data,
    fabric: fabric.data,
    quantity: number(params.get("quantity")),
    gsm: number(params.get("gsm")),
    notes: params.get("like")?.slice(0, 200),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
