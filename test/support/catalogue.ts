import { Family } from "@sleekapp/core/garment/model";
import { usd } from "@sleekapp/core/kernel/money";
import type { Entry } from "@sleekapp/core/search/model";

/** Numbers below one, the same every time: a catalogue that is generated twice is one catalogue. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const garments = [
  "T-shirts",
  "Polo shirts",
  "Hoodies",
  "Sweaters",
  "Cardigans",
  "Trousers",
  "Jeans",
  "Leggings",
  "Jackets",
  "Dresses",
  "Joggers",
  "Scrubs",
];
const cloths = [
  "Cotton",
  "Organic cotton",
  "Merino wool",
  "Poly-cotton",
  "Recycled polyester",
  "Nylon",
  "Linen",
  "Cashmere",
  "Acrylic",
  "Denim",
  "Mystery cloth",
];
const fits = ["boxy", "slim", "relaxed", "regular", "oversized", "cropped", "tapered"];
const shades = ["Navy", "Heather grey", "Black", "Off-white", "Rust", "Sage", "Burgundy", "Sky", "Mustard", "Zorp"];
const sizes = ["XS", "S", "M", "L", "XL", "XXL", "3XL", "34", "36", "One size"];
const marks = ["GOTS", "OEKO-TEX Standard 100", "BSCI", "GRS"];
const lands = ["BD", "PT", "TR", "IN", "VN"];
const verbs =
  "knitted woven washed brushed combed ring spun cut sewn lined bonded taped printed stitched folded pressed pre shrunk garment dyed".split(" ");
const nouns = "collar cuff hem placket pocket yoke seam panel zip drawcord label lining shoulder rib sleeve button waistband gusset dart vent".split(
  " ",
);

/**
 * So many listings with the spread of a real catalogue: some have no weight, no certificate or a shade without a name, descriptions have
 * about seventy words, and every listing has words of its own.
 */
export function generatedCatalogue(count: number, seed = 7): Entry[] {
  const next = numbers(seed);
  const one = <T>(all: readonly T[]): T => {
    const found = all[Math.floor(next() * all.length)];
    if (found === undefined) throw new Error("nothing to choose from");
    return found;
  };
  const some = (all: readonly string[], most: number) => [...new Set(Array.from({ length: Math.floor(next() * (most + 1)) }, () => one(all)))];
  return Array.from({ length: count }, (_, index) => {
    const [category, fabric] = [one(garments), one(cloths)];
    const price = 200 + Math.floor(next() * 4_800);
    const moq = one([25, 50, 100, 200, 300, 500]);
    const words = Array.from({ length: 70 }, () => (next() < 0.5 ? one(verbs) : one(nouns)));
    const productId = `prd_${String(index).padStart(26, "0")}`;
    return {
      page: {
        productId,
        slug: `listing-${index}`,
        title: `${one(fits)} ${fabric.toLowerCase()} ${category.toLowerCase()} no ${index}`,
        description: `${words.join(" ")} lot${index % 977}`,
        family: one(Family.options),
        category,
        fabric,
        supplierName: `Mill ${Math.floor(next() * 60)}`,
        price: usd(price),
        breaks:
          next() < 0.6
            ? [
                { from: moq * 3, price: usd(Math.floor(price * 0.93)) },
                { from: moq * 10, price: usd(Math.floor(price * 0.85)) },
              ]
            : [],
        moq,
        leadDays: 7 + Math.floor(next() * 80),
        colours: some(shades, 6),
        sizes: some(sizes, 7),
        pictures: Array.from({ length: 3 }, (_picture, at) => ({
          alt: `The garment from side ${at}`,
          width: 1_600,
          height: 2_000,
          base: `product/${productId}/${index}${at}`,
          widths: [400, 800, 1_600],
          placeholder: "UklGRjoAAABXRUJQVlA4IC4AAADwAQCdASoIAAoAAUAmJaACdLoAA5gA/vcLfm0AAAAAAAAAAAA=",
        })),
        ...(category === "Sweaters" || category === "Cardigans" ? { gauge: [3, 5, 7, 12, 14][index % 5] } : {}),
        ...(index % 3 === 0 ? { rating: { hundredths: 100 + ((index * 37) % 401), of: 1 + (index % 9) } } : {}),
        ...(index % 4 === 0 ? { stock: index % 3 === 0 ? ("out" as const) : ("in" as const) } : {}),
        ...(next() < 0.8 ? { gsm: 90 + Math.floor(next() * 400) } : {}),
        ...(next() < 0.3 ? { composition: `95% ${fabric}, 5% elastane` } : {}),
        ...(next() < 0.9 ? { shipsFrom: one(lands) } : {}),
      },
      listedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(next() * 2e10)).toISOString(),
      certificates: some(marks, 2).map((name) => ({ name, expiresOn: one(["2025-12-31", "2027-06-30"]) })),
    };
  });
}
