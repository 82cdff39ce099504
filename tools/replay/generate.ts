import { createHash } from "node:crypto";
import { Complexity, decorations, Fabric, familyOf, GarmentType, Gauge, Packaging, Placement, Technique } from "@sleekapp/core/garment/model";
import { Brief, Incoterm, MAX_QUANTITY, MIN_QUANTITY, type PriceBook, PricedQuote } from "@sleekapp/core/pricing/model";
import { price } from "@sleekapp/core/pricing/rules";
import { Rush } from "@sleekapp/core/production/model";
import { isSameToTheCent } from "@sleekapp/core/quote/replay";

/** Numbers from 0 up to 1 that are the same for the same seed on every machine and in every release of every library (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Draw = ReturnType<typeof numbers>;
const pick = <T>(draw: Draw, from: readonly T[]): T => {
  const found = from[Math.floor(draw() * from.length)];
  if (found === undefined) throw new Error("There is nothing to pick from");
  return found;
};
const maybe = <T>(draw: Draw, share: number, make: () => T): T | undefined => (draw() < share ? make() : undefined);
const whole = (draw: Draw, least: number, most: number): number => least + Math.floor(draw() * (most - least + 1));

const places = Placement.options.filter((place) => place !== "all-over");
const gauges = [...Gauge.values];

function wish(draw: Draw) {
  const technique = pick(draw, Technique.options);
  const placement = pick(draw, places);
  return decorations.includes(technique) ? { technique, placement } : { technique };
}

function sizesOf(draw: Draw, quantity: number): Record<string, number> {
  const names = ["S", "M", "L", "XL", "XXL", "3XL", "4XL"].slice(0, whole(draw, 2, 7));
  const each = Math.floor(quantity / names.length);
  return Object.fromEntries(names.map((name, at) => [name, each + (at === 0 ? quantity - each * names.length : 0)]));
}

/** The sizes over two colours, as even as it goes; a single piece of a size is of the first. */
function coloursOf(sizes: Readonly<Record<string, number>>) {
  const of = (part: (pieces: number) => number) =>
    Object.fromEntries(
      Object.entries(sizes)
        .map(([size, pieces]) => [size, part(pieces)] as const)
        .filter(([, pieces]) => pieces > 0),
    );
  return [
    { name: "Navy", sizes: of((pieces) => Math.ceil(pieces / 2)) },
    { name: "White", sizes: of((pieces) => Math.floor(pieces / 2)) },
  ];
}

/** The day that generated quotes are made on. */
export const TODAY = "2026-11-27";

/** The brief of a number: small runs as often as large ones, and every factor of the book as often on as off. */
export function briefOf(seed: number): Brief {
  const draw = numbers(seed);
  const garmentType = pick(draw, GarmentType.options);
  const quantity = Math.min(MAX_QUANTITY, Math.round(MIN_QUANTITY * 2_000 ** draw()));
  const asked = Brief.parse({
    garmentType,
    quantity,
    fabric: pick(draw, Fabric.options),
    gsm: maybe(draw, 0.5, () => whole(draw, 80, 600)),
    gauge: familyOf(garmentType) === "knitwear" ? maybe(draw, 0.5, () => pick(draw, gauges)) : undefined,
    complexity: pick(draw, Complexity.options),
    customisations: Array.from({ length: whole(draw, 0, 4) }, () => wish(draw)),
    packaging: maybe(draw, 0.5, () => pick(draw, Packaging.options)),
    delivery: maybe(draw, 0.5, () => ({ incoterm: pick(draw, Incoterm.options), country: pick(draw, ["DE", "GB", "US", "CA", "BR"]) })),
    sizes: maybe(draw, 0.5, () => sizesOf(draw, quantity)),
    rush: pick(draw, Rush.options),
    wantedOn: maybe(draw, 0.3, () => `2027-0${whole(draw, 1, 6)}-1${whole(draw, 0, 9)}`),
    sample: draw() < 0.5,
  });
  // Drawn last, so that all else is what it was before there were colours: what they are cannot have changed a cent.
  const colours = asked.sizes && maybe(draw, 0.5, () => coloursOf(asked.sizes ?? {}));
  return colours ? Brief.parse({ ...asked, colours }) : asked;
}

/** How many quotes one fingerprint stands for. */
export const BLOCK = 500;

/** A fingerprint of every amount of so many quotes. */
function fingerprint(quotes: readonly PricedQuote[]): string {
  const cents = quotes.map(({ total, lines, breaks }) => [
    total.amount,
    lines.map(({ amount }) => amount.amount),
    breaks.map((one) => one.total.amount),
  ]);
  return createHash("sha256").update(JSON.stringify(cents)).digest("hex").slice(0, 16);
}

export type Outcome = { readonly quotes: number; readonly differences: readonly string[]; readonly prints: readonly string[] };

/** A quote as the table keeps it: through its own text and schemas. */
const kept = (brief: Brief, priced: PricedQuote) => ({
  brief: Brief.parse(JSON.parse(JSON.stringify(brief))),
  priced: PricedQuote.parse(JSON.parse(JSON.stringify(priced))),
});

/**
 * Makes so many quotes by a book, keeps them as the table would, and computes each again from what was kept. `known` are
 * the fingerprints of the release that made the book: whoever changes a rule for old quotes is told of it.
 */
export function replayGenerated(book: PriceBook, many: number, known: readonly string[] = []): Outcome {
  const differences: string[] = [];
  const prints: string[] = [];
  for (let from = 0; from < many; from += BLOCK) {
    const block = Array.from({ length: Math.min(BLOCK, many - from) }, (_, index) => {
      const seed = from + index + 1;
      const asked = briefOf(seed);
      const stored = kept(asked, price(asked, book, TODAY));
      if (!isSameToTheCent(price(stored.brief, book, TODAY), stored.priced)) differences.push(`quote ${seed} of book ${book.version}`);
      return stored.priced;
    });
    const print = fingerprint(block);
    const first = known[prints.length];
    if (block.length === BLOCK && first !== undefined && first !== print)
      differences.push(`quotes ${from + 1} to ${from + BLOCK} of book ${book.version} cost something else than when the book was made`);
    prints.push(print);
  }
  return { quotes: many, differences, prints };
}
