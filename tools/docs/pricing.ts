import { complexityNames, fabricNames, garments } from "@sleekapp/core/garment/model";
import { Brief } from "@sleekapp/core/pricing/model";
import { book1, book2, price, seedBooks } from "@sleekapp/core/pricing/rules";
import { generated, table } from "./markdown.ts";
import { type Answer, type Engine, engines, type Order, type Step } from "./seed-engines.ts";

/** The orders that the seed's engines are compared by, each of a medium make and undecorated. */
const orders: readonly Order[] = [
  { garment: "t-shirt", fabric: "cotton", quantity: 200, make: "medium" },
  { garment: "hoodie", fabric: "fleece", quantity: 50, make: "medium" },
  { garment: "polo", fabric: "pique", quantity: 1_000, make: "medium" },
  { garment: "uniform-shirt", fabric: "poly-cotton", quantity: 500, make: "medium" },
  { garment: "sweater", fabric: "cashmere", quantity: 100, make: "medium" },
];

const dollars = (amount: number): string => `${amount < 0 ? "−" : ""}$${Math.abs(amount).toFixed(2)}`;
const signed = (amount: number): string => (amount < 0 ? dollars(amount) : `+${dollars(amount)}`);
const nameOf = ({ quantity, garment, fabric }: Order): string =>
  `${quantity.toLocaleString("en-US")} ${garments[garment].plural.toLowerCase()}, ${fabricNames[fabric].toLowerCase()}`;

const quoteOf = ({ garment, fabric, quantity, make }: Order) =>
  price(Brief.parse({ garmentType: garment, fabric, quantity, complexity: make }), book2);

type Ours = Readonly<Record<Step["factor"], number>> & { readonly sourcing: number; readonly fee: number; readonly unit: number };

/** Our price of a piece as the same factors: what each line of the quote multiplies the price before it by. */
function oursOf(order: Order): Ours {
  const quote = quoteOf(order);
  const cents = (...keys: readonly string[]): number =>
    quote.lines.filter(({ key }) => keys.includes(key)).reduce((sum, { amount }) => sum + amount.amount, 0);
  const base = cents("base");
  const cloth = base + cents("fabric");
  const made = cloth + cents("complexity");
  const small = made + cents("lowMoq");
  const volume = small + cents("volume");
  const sourced = volume + cents("sourcing");
  return {
    base: base / order.quantity / 100,
    fabric: cloth / base,
    make: made / cloth,
    "small run": small / made,
    volume: volume / small,
    sourcing: sourced / volume,
    fee: quote.total.amount / sourced,
    unit: quote.total.amount / order.quantity / 100,
  };
}

const factors = ["base", "fabric", "make", "small run", "volume"] as const;
const reasons: Readonly<Record<(typeof factors)[number] | "sourcing" | "fee", string>> = {
  base: "base",
  fabric: "fabric",
  make: "make",
  "small run": "small run",
  volume: "volume (graduated)",
  sourcing: "specialty sourcing",
  fee: "platform fee",
};

/** From an engine's price to ours, one factor after another: what each replaced factor changes a piece's price by; they add up to the whole difference. */
function explained({ unit, steps }: Extract<Answer, { unit: number }>, ours: Ours): string {
  let at = unit;
  const parts: string[] = [];
  const move = (to: number, reason: string): void => {
    const change = to - at;
    at = to;
    if (Math.abs(change) >= 0.005) parts.push(`${reason} ${signed(change)}`);
  };
  for (const factor of factors) {
    const theirs = steps.find((one) => one.factor === factor)?.value ?? 1;
    move((at / theirs) * ours[factor], reasons[factor]);
  }
  move(at * ours.sourcing, reasons.sourcing);
  move(at * ours.fee, reasons.fee);
  return parts.join(", ");
}

const termsOf = (answer: Answer): string =>
  "none" in answer ? answer.none : answer.steps.map(({ factor, said }) => `${factor}: ${said}`).join("; ");

function rowOf(order: Order, { key, name, price: ask }: Engine): readonly string[] {
  const answer = ask(order);
  const ours = oursOf(order);
  if ("none" in answer) return [`${key}, ${name}`, "no price", "", answer.none, ""];
  return [`${key}, ${name}`, dollars(answer.unit), signed(ours.unit - answer.unit), termsOf(answer), explained(answer, ours)];
}

function sectionOf(order: Order): string {
  const quote = quoteOf(order);
  const lines = quote.lines.filter(({ amount }) => amount.amount !== 0).map(({ label, amount }) => `${label} ${dollars(amount.amount / 100)}`);
  return [
    `### ${nameOf(order)}`,
    "",
    `Ours: ${dollars(quote.unitPrice.amount / 100)} a piece, ${dollars(quote.total.amount / 100)} in all: ${lines.join("; ")}.`,
    "",
    table(
      ["Engine", "A piece", "Ours less theirs", "Its terms", "What makes the difference, a piece"],
      engines.map((engine) => rowOf(order, engine)),
    ),
    "",
  ].join("\n");
}

const sources: readonly (readonly [what: string, book1: string, book2: string])[] = [
  ["Base a garment", "D's, drawn into the range of B and C where these give one", "as 1"],
  ["Fabric", "C and D, E where it agrees; the median where they contradict", "as 1"],
  ["Cloth weight", "B's 40 % of the price is cloth", "as 1"],
  ["Make", "the median of A and C, B, D", "as 1"],
  ["Decoration and trims", "D's price, else the middle of C's range", "as 1"],
  ["Placement", "not priced by any engine", "own opening figure"],
  ["Packing", "not priced", "middle of B's 0.30 to 0.80 for the shelf; half its least for a bag"],
  ["Gauge", "asked for by the lead form, priced by no engine", "own opening figure"],
  ["Extended sizes, further sizes", "not priced by any engine", "own opening figure"],
  ["Specialty sourcing", "columns that no function filled", "own opening figure"],
  ["Volume", "the steps of E with B's at 2,501, graduated", "as 1"],
  ["Small runs", "C's 25 % under 100 pieces, on the pieces that are missing", "as 1"],
  ["Rush", "D's 10 and 20 %", "as 1"],
  ["Sample", "not priced by any engine", "own opening figure"],
  ["Platform fee", "the listing fee of 10 %", "as 1"],
  ["Freight, duty", "not priced by any engine", "own opening figures; duty where one preference covers every garment"],
  ["What making costs", "B's margin of 15 to 25 %, its middle", "as 1"],
];

/** The price books of the code: from when, where each figure comes from, and what the seed's five engines ask for the same orders. */
export function pricingDocument(): string {
  const books = seedBooks.map(({ book, effectiveFrom }) => [String(book.version), effectiveFrom]);
  return [
    generated("Prices, and what the seed's five engines asked"),
    "The figures are `packages/core/src/pricing/book.ts`, the engines `tools/docs/seed-engines.ts`; books that administrators publish come after these.",
    "",
    table(["Book", "Prices quotes from"], books),
    "",
    "## Where each figure comes from",
    "",
    "Engines: A the quote function, B the model's price sheet, C the browser's manufacturing library, D the instant calculator, E the text inside A's prompt. What is called an own opening figure has no source but the platform's judgement and is there to be edited.",
    "",
    table(["Figure", "Book 1", "Book 2"], sources),
    "",
    "## The same orders by every engine",
    "",
    `Each is undecorated and of one make (${complexityNames.medium.toLowerCase()}), by book ${book2.version}; by book ${book1.version} it costs the same but for specialty sourcing. A difference is explained by putting our factors in the place of the engine's, one after another in the order of the price; the parts add up to it. Three things are in none of the engines: the fee, which they charged nowhere; graduated volume rates, so that one piece more never makes an order cheaper (docs/adr/0005-graduated-volume-tiers.md); and a small-run surcharge that fades out.`,
    "",
    ...orders.map(sectionOf),
  ].join("\n");
}
