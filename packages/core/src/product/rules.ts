import { add, applyBps, type Money } from "../kernel/money.ts";
import { type Draft, type Listing, listingIn, MIN_ALT, type Picture, PLATFORM_FEE_BPS } from "./model.ts";

export { priceAt } from "./facts.ts";

/** What a buyer pays for one piece: the supplier's price with the platform's fee, rounded half up to the cent. */
export const finalPrice = (price: Money, feeBps: number = PLATFORM_FEE_BPS): Money => add(price, applyBps(price, feeBps));

/** Price breaks begin above the minimum order, rise in quantity and fall in price; more pieces never cost more each. */
export function areBreaksSound({ price, moq, breaks }: Pick<Listing, "price" | "moq" | "breaks">): boolean {
  const steps = [{ from: moq, price }, ...breaks];
  return breaks.every((step, index) => {
    const before = steps[index];
    return before !== undefined && step.from > before.from && step.price.amount > 0 && step.price.amount < before.price.amount;
  });
}

/** Whether somebody who does not see a picture is told what it shows. */
export const isDescribed = ({ alt }: Pick<Picture, "alt">): boolean => alt.trim().length >= MIN_ALT;

type Pictures = readonly Pick<Picture, "alt">[];

/** What still has to be done before a listing can be handed in, one sentence each; empty when it is complete. */
export function missingIn(draft: Draft, pictures: Pictures): string[] {
  const parsed = listingIn(draft);
  const fields = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  const seen = [
    parsed.success && !areBreaksSound(parsed.data) && "breaks: each starts above the one before it and costs less",
    pictures.length === 0 && "pictures: add at least one",
    !pictures.every(isDescribed) && "pictures: say in words what each one shows",
  ];
  return [...new Set([...fields, ...seen.filter((text) => typeof text === "string")])];
}

const hasSome = (list: readonly unknown[] | undefined, least = 1): boolean => (list?.length ?? 0) >= least;

/**
 * What makes a listing good to buy from, each with its points; together a hundred. The words and the pictures, from which a buyer sees
 * what it is, make half, the cloth a fifth, prices and sizes the rest.
 */
const merits: readonly { readonly name: string; readonly points: number; readonly has: (draft: Draft, pictures: Pictures) => boolean }[] = [
  { name: "a picture", points: 10, has: (_, pictures) => pictures.length >= 1 },
  { name: "three pictures or more", points: 10, has: (_, pictures) => pictures.length >= 3 },
  { name: "words for every picture", points: 10, has: (_, pictures) => pictures.length > 0 && pictures.every(isDescribed) },
  { name: "a description of 300 letters or more", points: 10, has: ({ description = "" }) => description.length >= 300 },
  { name: "three features or more", points: 5, has: ({ features }) => hasSome(features, 3) },
  { name: "a text for search engines", points: 5, has: ({ metaDescription = "" }) => metaDescription.length >= 50 },
  { name: "the composition", points: 10, has: ({ composition = "" }) => composition !== "" },
  { name: "the cloth’s weight or the gauge", points: 10, has: ({ gsm, gauge }) => gsm !== undefined || gauge !== undefined },
  { name: "three specifications or more", points: 10, has: ({ specifications }) => hasSome(specifications, 3) },
  { name: "a price break", points: 10, has: ({ breaks }) => hasSome(breaks) },
  { name: "sizes", points: 5, has: ({ sizes }) => hasSome(sizes) },
  { name: "colours", points: 5, has: ({ colours }) => hasSome(colours) },
];

/** How good a listing is, from 0 to 100, by the points of `merits`, and what would make it better, most valuable first. */
export function qualityOf(
  draft: Draft,
  pictures: Pictures,
): { readonly score: number; readonly lacks: { readonly name: string; readonly points: number }[] } {
  const [has, lacks] = [merits.filter((merit) => merit.has(draft, pictures)), merits.filter((merit) => !merit.has(draft, pictures))];
  return {
    score: has.reduce((sum, { points }) => sum + points, 0),
    lacks: lacks.map(({ name, points }) => ({ name, points })).toSorted((a, b) => b.points - a.points),
  };
}

/** A name for the address bar: words in Latin letters, with the end of the id so that two alike never meet. */
export function slugFor(title: string, productId: string, slugify: (text: string) => string): string {
  const words = slugify(title).slice(0, 60).replace(/-+$/, "");
  return `${words || "product"}-${productId.slice(-6)}`;
}

type Side = { readonly draft: Draft; readonly pictures: readonly Pick<Picture, "uploadId" | "alt">[] };

/** A field that differs between what is live and what is proposed; a side that is absent says nothing. */
export type Difference = { readonly field: keyof Draft | "pictures"; readonly before?: unknown; readonly after?: unknown };

const isNothing = (value: unknown): boolean => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
const plain = (value: unknown): unknown => (isNothing(value) ? undefined : value);

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, ordered(one)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
const shown = (pictures: Side["pictures"]) => pictures.map(({ uploadId, alt }) => ({ uploadId, alt }));

/** What differs, field by field in the order of the names given; nothing and an empty text or list are one. */
export function differences(before: Side, after: Side, fields: readonly (keyof Draft)[]): readonly Difference[] {
  const of = ({ draft, pictures }: Side, field: Difference["field"]) => plain(field === "pictures" ? shown(pictures) : draft[field]);
  return ["pictures" as const, ...fields].flatMap((field) => {
    const [was, is] = [of(before, field), of(after, field)];
    return same(was, is) ? [] : [{ field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}
