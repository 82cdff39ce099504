import { type Money, subtract, sum } from "../kernel/money.ts";
import { Brief, type BriefInput } from "./model.ts";
import type { PriceBook } from "./book-model.ts";
import { linesOf } from "./exact.ts";
import { partsOf } from "./parts.ts";

export type Sample = { readonly name: string; readonly brief: Brief };

const sample = (name: string, brief: BriefInput): Sample => ({ name, brief: Brief.parse(brief) });

/**
 * The briefs a price book is looked at through before it is published: the five orders that the seed's engines are
 * compared by, and one for every factor that those leave alone.
 */
export const samples: readonly Sample[] = [
  sample("200 T-shirts, cotton", { garmentType: "t-shirt", quantity: 200, fabric: "cotton" }),
  sample("50 hoodies, fleece", { garmentType: "hoodie", quantity: 50, fabric: "fleece" }),
  sample("1,000 polo shirts, piqué", { garmentType: "polo", quantity: 1_000, fabric: "pique" }),
  sample("500 uniform shirts, blend", { garmentType: "uniform-shirt", quantity: 500, fabric: "poly-cotton" }),
  sample("100 sweaters, cashmere", { garmentType: "sweater", quantity: 100, fabric: "cashmere" }),
  sample("300 printed T-shirts, fast", {
    garmentType: "t-shirt",
    quantity: 300,
    fabric: "organic-cotton",
    customisations: [{ technique: "screen-print", placement: "back" }, { technique: "woven-label" }],
    rush: "fast",
  }),
  sample("60 embroidered polos with a sample", {
    garmentType: "polo",
    quantity: 60,
    fabric: "pique",
    complexity: "simple",
    customisations: [{ technique: "embroidery", placement: "left-chest" }],
    sample: true,
  }),
  sample("400 cardigans, gauge 14", { garmentType: "cardigan", quantity: 400, fabric: "wool-blend", gauge: 14, complexity: "complex" }),
  sample("2,500 leggings to Germany", {
    garmentType: "leggings",
    quantity: 2_500,
    fabric: "performance",
    packaging: "retail",
    delivery: { incoterm: "DDP", country: "DE" },
  }),
  sample("500 workwear trousers in large sizes", {
    garmentType: "uniform-pants",
    quantity: 500,
    fabric: "twill",
    gsm: 280,
    sizes: { M: 150, L: 200, XXL: 100, "3XL": 50 },
    delivery: { incoterm: "FOB" },
  }),
];

export type LineChange = { readonly label: string; readonly before: Money | undefined; readonly after: Money | undefined };
export type Comparison = {
  readonly name: string;
  readonly before: Money;
  readonly after: Money;
  readonly difference: Money;
  readonly lines: readonly LineChange[];
};

type Amounts = ReadonlyMap<string, { readonly label: string; readonly amount: Money }>;

function amountsOf({ brief }: Sample, book: PriceBook): Amounts {
  const lines = linesOf(partsOf(brief, book), book.version);
  return new Map(lines.map(({ ruleId, label, amount }) => [`${ruleId} ${label}`, { label, amount }]));
}

/** One line on both sides; nothing where it costs the same. */
function changeOf(key: string, was: Amounts, is: Amounts): LineChange | undefined {
  const [before, after] = [was.get(key), is.get(key)];
  const { label } = after ?? before ?? { label: key };
  const cents = (side: typeof before): number => side?.amount.amount ?? 0;
  return cents(before) === cents(after) ? undefined : { label, before: before?.amount, after: after?.amount };
}

const totalIn = (amounts: Amounts): Money => sum([...amounts.values()].map(({ amount }) => amount));

function compareSample(one: Sample, before: PriceBook, after: PriceBook): Comparison {
  const [was, is] = [amountsOf(one, before), amountsOf(one, after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const lines = keys.flatMap((key) => changeOf(key, was, is) ?? []);
  return { name: one.name, before: totalIn(was), after: totalIn(is), difference: subtract(totalIn(is), totalIn(was)), lines };
}

/** Each sample under both books: totals, the difference in cents, and the lines that differ. */
export const compareBooks = (before: PriceBook, after: PriceBook): readonly Comparison[] => samples.map((one) => compareSample(one, before, after));
