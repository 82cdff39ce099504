import type { Complexity, Fabric, GarmentType } from "@sleekapp/core/garment/model";

/** One factor of an engine's price for one order: what it is, and why. */
export type Step = { readonly factor: "base" | "fabric" | "make" | "small run" | "volume"; readonly value: number; readonly said: string };

/** What an engine of the seed asks for a piece, in dollars, as the product (or, of B's fabric, sum) of its steps; or why it has no price. */
export type Answer = { readonly unit: number; readonly steps: readonly Step[] } | { readonly none: string };

export type Order = { readonly garment: GarmentType; readonly fabric: Fabric; readonly quantity: number; readonly make: Complexity };

export type Engine = { readonly key: "A" | "B" | "C" | "D" | "E"; readonly name: string; readonly price: (order: Order) => Answer };

const step = (factor: Step["factor"], value: number, said: string): Step => ({ factor, value, said });
const multiplied = (steps: readonly Step[]): Answer => ({ steps, unit: steps.reduce((unit, { value }) => unit * value, 1) });
const tierOf = (quantity: number, tiers: readonly (readonly [from: number, percent: number])[]): number =>
  tiers.reduce((percent, [from, value]) => (quantity >= from ? value : percent), 0);
const off = (percent: number): Step => step("volume", (100 - percent) / 100, percent === 0 ? "no discount" : `−${percent} % on all pieces`);
const middle = (low: number, high: number): Step => step("base", (low + high) / 2, `middle of ${low.toFixed(2)} to ${high.toFixed(2)}`);

// Figures: the seed's own, as its analysis lists them (engines A to E).

const a: Engine = {
  key: "A",
  name: "quote function",
  price: () => ({ none: "its base prices were rows of a database that the repository does not have; fabric had no effect" }),
};

const rangesB: Partial<Record<GarmentType, readonly [number, number]>> = {
  "t-shirt": [2.5, 3.5],
  hoodie: [8, 10],
  polo: [4.5, 5.5],
  joggers: [7, 9],
  leggings: [6, 8],
  shorts: [4.5, 6],
  "uniform-shirt": [10, 12],
};
const addedB: Partial<Record<Fabric, number>> = { cotton: 0.5, polyester: -0.3, "poly-cotton": 0, fleece: 1, "french-terry": 0.5, performance: 1.5 };
const makeB: Readonly<Record<Complexity, number>> = { simple: 1, medium: 1.15, complex: 1.3 };

const b: Engine = {
  key: "B",
  name: "model's price sheet",
  price: ({ garment, fabric, quantity, make }) => {
    const range = rangesB[garment];
    if (!range) return { none: "not on its price sheet" };
    const base = middle(...range);
    const added = addedB[fabric] ?? 0;
    const cloth = step(
      "fabric",
      (base.value + added) / base.value,
      added === 0 ? "nothing added" : `${added > 0 ? "+" : "−"}$${Math.abs(added).toFixed(2)} a piece`,
    );
    const volume = off(
      tierOf(quantity, [
        [100, 10],
        [500, 18],
        [1_000, 25],
        [2_500, 30],
      ]),
    );
    return multiplied([base, cloth, step("make", makeB[make], `× ${makeB[make]}`), volume]);
  },
};

const rangesC: Partial<Record<GarmentType, readonly [number, number]>> = {
  "t-shirt": [3, 6],
  polo: [4, 7],
  hoodie: [8, 15],
  jacket: [12, 25],
  sweater: [8, 14],
  cardigan: [9, 16],
  "uniform-shirt": [5, 10],
  pants: [6, 12],
  shorts: [4, 8],
  dress: [10, 20],
};
const fabricsC: Partial<Record<Fabric, number>> = {
  cotton: 1,
  "organic-cotton": 1.25,
  polyester: 1.1,
  "poly-cotton": 1.12,
  nylon: 1.15,
  fleece: 1.2,
  "french-terry": 1.18,
  performance: 1.45,
  technical: 1.5,
  recycled: 1.3,
  pique: 1.05,
  "wool-blend": 1.45,
  acrylic: 1.1,
};
const makeC: Readonly<Record<Complexity, number>> = { simple: 1, medium: 1.3, complex: 1.6 };
const smallC = (quantity: number): number => (quantity < 50 ? 1.5 : quantity < 100 ? 1.25 : 1);

const c: Engine = {
  key: "C",
  name: "browser's library",
  price: ({ garment, fabric, quantity, make }) => {
    const [range, cloth] = [rangesC[garment], fabricsC[fabric]];
    if (!range || cloth === undefined) return { none: range ? `no multiplier for ${fabric}` : "no range for the garment" };
    const small = smallC(quantity);
    return multiplied([
      middle(...range),
      step("fabric", cloth, `× ${cloth}`),
      step("make", makeC[make], `× ${makeC[make]}`),
      step("small run", small, small === 1 ? "none" : `+${(small - 1) * 100} %`),
      off(
        tierOf(quantity, [
          [101, 10],
          [201, 15],
          [501, 20],
          [1_001, 25],
        ]),
      ),
    ]);
  },
};

const basesD: Partial<Record<GarmentType, number>> = { "t-shirt": 5.5, polo: 9.5, hoodie: 15, sweater: 14, "uniform-shirt": 11 };
/** Those the analysis lists; for piqué and the blend the book's own multiplier stands in, and the table says so. */
const fabricsD: Partial<Record<Fabric, readonly [number, string]>> = {
  cotton: [1, "× 1"],
  polyester: [0.85, "× 0.85"],
  "organic-cotton": [1.25, "× 1.25"],
  fleece: [1.2, "× 1.2"],
  merino: [2.5, "× 2.5"],
  silk: [3.5, "× 3.5"],
  cashmere: [4, "× 4"],
  pique: [1.05, "× 1.05, ours: its own is not recorded"],
  "poly-cotton": [1, "× 1, ours: its own is not recorded"],
};
const makeD: Readonly<Record<Complexity, number>> = { simple: 1, medium: 1.2, complex: 1.45 };

const d: Engine = {
  key: "D",
  name: "instant calculator",
  price: ({ garment, fabric, quantity, make }) => {
    const [base, cloth] = [basesD[garment], fabricsD[fabric]];
    if (base === undefined || !cloth) return { none: "not in its lists" };
    return multiplied([
      step("base", base, `$${base.toFixed(2)}`),
      step("fabric", ...cloth),
      step("make", makeD[make], `quality × ${makeD[make]}`),
      off(
        tierOf(quantity, [
          [50, 3],
          [100, 7],
          [200, 10],
          [300, 12],
          [500, 15],
        ]),
      ),
    ]);
  },
};

const e: Engine = { key: "E", name: "text inside A's prompt", price: () => ({ none: "percentages for fabric and volume, no base of its own" }) };

/** The five price engines of the seed. */
export const engines: readonly Engine[] = [a, b, c, d, e];
