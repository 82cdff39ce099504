import type { Family } from "../garment/model.ts";
import { usd } from "../kernel/money.ts";
import type { Entry } from "./model.ts";

type Written = readonly [
  key: string,
  title: string,
  of: { family: Family; category: string; fabric: string; about: string; more?: Partial<Entry["page"]>; certificates?: string[] },
];

/** A small shop in which every garment has near neighbours that a poor search would bring first. */
const written: readonly Written[] = [
  [
    "tee",
    "Heavy cotton T-shirt",
    {
      family: "casualwear",
      category: "T-shirts",
      fabric: "Cotton",
      about: "Boxy cut with a ribbed collar. Goes well under a hoodie or a jacket.",
      more: { gsm: 240, colours: ["White", "Navy"] },
    },
  ],
  [
    "organic-tee",
    "Organic cotton tee for women",
    {
      family: "casualwear",
      category: "T-shirts",
      fabric: "Organic cotton",
      about: "Soft single jersey with a round neck.",
      more: { gsm: 160, colours: ["Sage"] },
      certificates: ["GOTS"],
    },
  ],
  [
    "kids-tee",
    "Children's T-shirt with shoulder snaps",
    {
      family: "casualwear",
      category: "T-shirts",
      fabric: "Cotton",
      about: "Opens at the shoulder; for ages one to four.",
      more: { colours: ["Mustard"] },
    },
  ],
  [
    "long-tee",
    "Long-sleeve T-shirt with cuffs",
    { family: "casualwear", category: "Long-sleeve T-shirts", fabric: "Cotton", about: "A layer for cool days." },
  ],
  [
    "polo",
    "Piqué polo shirt",
    { family: "casualwear", category: "Polo shirts", fabric: "Piqué", about: "Three buttons, side vents, embroidery on the chest on demand." },
  ],
  [
    "hoodie",
    "Zipped hoodie in brushed fleece",
    {
      family: "casualwear",
      category: "Hoodies",
      fabric: "Fleece",
      about: "Metal zip, kangaroo pockets, lined hood.",
      more: { colours: ["Heather grey", "Black"] },
    },
  ],
  [
    "pullover-hoodie",
    "Overhead hoodie in French terry",
    { family: "casualwear", category: "Hoodies", fabric: "French terry", about: "No zip; drawcord with metal tips.", more: { colours: ["Rust"] } },
  ],
  [
    "sweatshirt",
    "Crew-neck sweatshirt",
    { family: "casualwear", category: "Sweatshirts", fabric: "French terry", about: "Set-in sleeves, ribbed hem." },
  ],
  ["tank", "Ribbed tank top", { family: "casualwear", category: "Tank tops", fabric: "Cotton", about: "Narrow straps, to the hip." }],
  [
    "merino",
    "Merino crew-neck sweater",
    {
      family: "knitwear",
      category: "Sweaters",
      fabric: "Merino wool",
      about: "Twelve gauge, fully fashioned.",
      more: { colours: ["Navy", "Oatmeal"] },
    },
  ],
  [
    "lambswool",
    "Lambswool sweater with cables",
    { family: "knitwear", category: "Sweaters", fabric: "Lambswool", about: "Thick and warm, five gauge." },
  ],
  ["cotton-sweater", "Summer sweater in cotton", { family: "knitwear", category: "Sweaters", fabric: "Cotton", about: "Light, with a rolled edge." }],
  [
    "turtleneck",
    "Turtleneck in fine wool",
    { family: "knitwear", category: "Sweaters", fabric: "Wool", about: "Close to the neck, fourteen gauge." },
  ],
  ["cashmere", "Cashmere cardigan", { family: "knitwear", category: "Cardigans", fabric: "Cashmere", about: "Two ply, horn buttons." }],
  [
    "cardigan",
    "Shawl-collar cardigan",
    { family: "knitwear", category: "Cardigans", fabric: "Wool blend", about: "Pockets and leather buttons.", more: { colours: ["Charcoal"] } },
  ],
  ["jeans", "Straight jeans", { family: "cut-and-sew", category: "Jeans", fabric: "Denim", about: "Five pockets, stone washed." }],
  [
    "denim-jacket",
    "Denim trucker jacket",
    { family: "cut-and-sew", category: "Jackets", fabric: "Denim", about: "Copper buttons, two chest pockets." },
  ],
  [
    "chino",
    "Chino trousers for men",
    { family: "cut-and-sew", category: "Trousers", fabric: "Twill", about: "Slim leg, slant pockets.", more: { colours: ["Stone"] } },
  ],
  [
    "linen-trousers",
    "Wide linen trousers",
    { family: "cut-and-sew", category: "Trousers", fabric: "Linen", about: "Elastic waist, for the summer." },
  ],
  ["dress", "Wrap dress in viscose", { family: "cut-and-sew", category: "Dresses", fabric: "Viscose", about: "Ties at the waist, to the knee." }],
  ["windbreaker", "Packable windbreaker", { family: "cut-and-sew", category: "Windbreakers", fabric: "Nylon", about: "Folds into its own pocket." }],
  [
    "leggings",
    "High-waist leggings",
    {
      family: "activewear",
      category: "Leggings",
      fabric: "Nylon",
      about: "78% polyamide, 22% elastane; squat proof.",
      more: { composition: "78% polyamide, 22% elastane" },
    },
  ],
  ["joggers", "Tapered joggers", { family: "activewear", category: "Joggers", fabric: "French terry", about: "Cuffs with rib, zip at the back." }],
  [
    "tracksuit",
    "Two-piece tracksuit",
    { family: "activewear", category: "Tracksuits", fabric: "Polyester", about: "Jacket with trousers, contrast stripe." },
  ],
  [
    "training-top",
    "Training top that dries fast",
    { family: "activewear", category: "Active tops", fabric: "Recycled polyester", about: "Flat seams, reflecting print.", certificates: ["GRS"] },
  ],
  [
    "jersey",
    "Football jersey with sublimation",
    { family: "uniforms", category: "Team jerseys", fabric: "Polyester", about: "Names and numbers on the back." },
  ],
  [
    "scrubs",
    "Scrubs with six pockets",
    { family: "uniforms", category: "Sets of scrubs", fabric: "Poly-cotton", about: "For hospitals; washes at ninety degrees." },
  ],
  ["hivis", "Hi-vis work jacket", { family: "uniforms", category: "Jackets", fabric: "Polyester", about: "Class three, reflective tape." }],
];

/** The fixture as an index holds it. */
export const shop: readonly Entry[] = written.map(([key, title, { family, category, fabric, about, more, certificates = [] }], index) => ({
  page: {
    productId: `prd_${String(index).padStart(2, "0")}`,
    slug: key,
    title,
    description: about,
    family,
    category,
    fabric,
    supplierName: index % 2 === 0 ? "Padma Knit" : "Ocean Stitch",
    price: usd(500 + index * 10),
    breaks: [],
    moq: 100,
    leadDays: 30,
    colours: [],
    sizes: ["M"],
    pictures: [],
    ...more,
  },
  listedAt: `2026-01-${String((index % 28) + 1).padStart(2, "0")}T00:00:00.000Z`,
  certificates: certificates.map((name) => ({ name, expiresOn: "2030-01-01" })),
}));

/** What somebody types, and the listings that must come first, in any order among themselves. */
export const asked: readonly (readonly [query: string, first: readonly string[]])[] = [
  ["t-shirt", ["tee", "organic-tee", "kids-tee", "long-tee"]],
  ["tee", ["tee", "organic-tee", "kids-tee", "long-tee"]],
  ["tshirts", ["tee", "organic-tee", "kids-tee", "long-tee"]],
  ["T Shirt", ["tee", "organic-tee", "kids-tee", "long-tee"]],
  ["tees for kids", ["kids-tee"]],
  ["childrens tshirt", ["kids-tee"]],
  ["organic t-shirts", ["organic-tee"]],
  ["GOTS cotton", ["organic-tee"]],
  ["jumper", ["merino", "lambswool", "cotton-sweater"]],
  ["sweaters", ["merino", "lambswool", "cotton-sweater"]],
  ["merino jumper", ["merino"]],
  ["mereno sweter", ["merino"]],
  ["wool roll neck", ["turtleneck"]],
  ["cashmre cardigan", ["cashmere"]],
  ["cardigans", ["cashmere", "cardigan"]],
  ["gray hoodie", ["hoodie"]],
  ["hoddies", ["hoodie", "pullover-hoodie"]],
  ["zip hoody", ["hoodie"]],
  ["pants", ["chino", "linen-trousers"]],
  ["men's pants", ["chino"]],
  ["linnen trouser", ["linen-trousers"]],
  ["jeans", ["jeans"]],
  ["denim jackets", ["denim-jacket"]],
  ["dreses", ["dress"]],
  ["pique polo", ["polo"]],
  ["legings spandex", ["leggings"]],
  ["sweatpants", ["joggers"]],
  ["240 gsm tee", ["tee"]],
  ["hi vis", ["hivis"]],
  ["wind breaker", ["windbreaker"]],
  ["footbal jersey", ["jersey"]],
  ["medical scrub", ["scrubs"]],
  ["cardig", ["cashmere", "cardigan"]],
];
