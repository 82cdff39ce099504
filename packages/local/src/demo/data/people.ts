import type { Family, Technique } from "@sleekapp/core/garment/model";

/** Every demo person has this one, which is printed at the start; it opens nothing but a stage on one's own machine. */
export const PASSWORD = "thread-and-needle";

/** All addresses are under `.example`, which nobody can own (RFC 2606). */
export type Person = { readonly email: string; readonly name: string };

export type BuyerData = {
  readonly key: string;
  readonly company: string;
  readonly owner: Person;
  readonly viewer?: Person;
  readonly address: { readonly street: string; readonly city: string; readonly region?: string; readonly postcode: string; readonly country: string };
};

export const admin: Person = { email: "admin@sleekapp.example", name: "Amina Chowdhury" };

export const buyers: readonly BuyerData[] = [
  {
    key: "northfold",
    company: "Northfold Studio",
    owner: { email: "lena@northfold.example", name: "Lena Vogt" },
    viewer: { email: "jonas@northfold.example", name: "Jonas Beck" },
    address: { street: "Oranienstraße 184", city: "Berlin", postcode: "10999", country: "DE" },
  },
  {
    key: "harbour",
    company: "Harbour & Pine",
    owner: { email: "tom@harbourpine.example", name: "Tom Ashdown" },
    address: { street: "12 Wapping Wharf", city: "Bristol", postcode: "BS1 6UD", country: "GB" },
  },
  {
    key: "kestrel",
    company: "Kestrel Coffee Roasters",
    owner: { email: "maya@kestrelcoffee.example", name: "Maya Brandt" },
    address: { street: "2140 SE Division Street", city: "Portland", region: "Oregon", postcode: "97202", country: "US" },
  },
  {
    key: "nore",
    company: "Atelier Nore",
    owner: { email: "camille@ateliernore.example", name: "Camille Roux" },
    address: { street: "8 rue Sainte-Catherine", city: "Lyon", postcode: "69001", country: "FR" },
  },
  {
    key: "lynx",
    company: "Lynx Running Club",
    owner: { email: "signe@lynxrunning.example", name: "Signe Dahl" },
    address: { street: "Maridalsveien 91", city: "Oslo", postcode: "0461", country: "NO" },
  },
];

export type SupplierData = {
  readonly key: string;
  readonly company: string;
  readonly owner: Person;
  readonly floor?: Person;
  /** Days ago that it was verified; one that waits for it has none. */
  readonly verifiedDaysAgo?: number;
  readonly city: string;
  readonly address: string;
  readonly phone: string;
  readonly about: string;
  readonly families: readonly Family[];
  readonly techniques: readonly Technique[];
  readonly moq: number;
  readonly leadDays: number;
  /** Families it makes on other terms. */
  readonly familyTerms?: Partial<Record<Family, { readonly moq: number; readonly leadDays: number }>>;
  readonly weeklyCapacity: number;
  readonly yearEstablished: number;
  readonly certificate: string;
  /** One that has ended, which a supplier forgot to renew. */
  readonly lapsed?: string;
};

export const suppliers: readonly SupplierData[] = [
  {
    key: "shapla",
    company: "Shapla Knit Works",
    owner: { email: "farid@shaplaknit.example", name: "Farid Alam" },
    floor: { email: "shirin@shaplaknit.example", name: "Shirin Akter" },
    verifiedDaysAgo: 190,
    city: "Gazipur",
    address: "Plot 12, Konabari Industrial Area",
    phone: "+880 2 5550 1201",
    about: "Circular and flat knitting, linking and finishing under one roof, with our own dye house and a sample room that answers within a week.",
    families: ["knitwear", "casualwear"],
    techniques: ["embroidery", "screen-print", "woven-label", "hang-tag", "custom-packaging"],
    moq: 50,
    leadDays: 13,
    familyTerms: { knitwear: { moq: 100, leadDays: 18 } },
    weeklyCapacity: 9_000,
    yearEstablished: 1998,
    certificate: "Organic cotton chain of custody",
  },
  {
    key: "tamarind",
    company: "Tamarind Denim House",
    owner: { email: "nusrat@tamarinddenim.example", name: "Nusrat Jahan" },
    verifiedDaysAgo: 180,
    city: "Savar",
    address: "House 4, Hemayetpur Road",
    phone: "+880 2 5550 2318",
    about: "Jeans, jackets and chinos from woven cotton, with laser and enzyme finishing that saves two thirds of the water a stone wash takes.",
    families: ["cut-and-sew", "uniforms"],
    techniques: ["embroidery", "patch", "screen-print", "woven-label", "hang-tag"],
    moq: 80,
    leadDays: 14,
    familyTerms: { uniforms: { moq: 150, leadDays: 16 } },
    weeklyCapacity: 7_500,
    yearEstablished: 2006,
    certificate: "Water use in denim finishing",
    lapsed: "Social audit, two-pillar",
  },
  {
    key: "kingfisher",
    company: "Kingfisher Activewear",
    owner: { email: "imran@kingfisheractive.example", name: "Imran Hossain" },
    verifiedDaysAgo: 172,
    city: "Chattogram",
    address: "Sector 5, Kalurghat",
    phone: "+880 31 555 0440",
    about: "Running, cycling and studio wear in recycled polyester and nylon, flatlock and bonded seams, with heat transfers done in the house.",
    families: ["activewear", "casualwear"],
    techniques: ["sublimation", "heat-transfer", "screen-print", "woven-label", "custom-packaging"],
    moq: 50,
    leadDays: 12,
    weeklyCapacity: 8_000,
    yearEstablished: 2011,
    certificate: "Recycled fibre chain of custody",
  },
  {
    key: "banyan",
    company: "Banyan Uniforms",
    owner: { email: "tania@banyanuniforms.example", name: "Tania Rahman" },
    verifiedDaysAgo: 165,
    city: "Narayanganj",
    address: "27 Fatullah Link Road",
    phone: "+880 2 5550 7712",
    about:
      "Workwear, hospitality and medical uniforms with size sets kept on file, so that a reorder of twenty pieces matches the first two thousand.",
    families: ["uniforms", "cut-and-sew", "casualwear"],
    techniques: ["embroidery", "screen-print", "patch", "sublimation", "woven-label"],
    moq: 50,
    leadDays: 12,
    weeklyCapacity: 6_500,
    yearEstablished: 2002,
    certificate: "Social audit, two-pillar",
  },
  {
    key: "jutelane",
    company: "Jute Lane Apparel",
    owner: { email: "rafiq@jutelane.example", name: "Rafiq Islam" },
    verifiedDaysAgo: 150,
    city: "Tongi",
    address: "3 Cherag Ali Market Road",
    phone: "+880 2 5550 6604",
    about: "T-shirts, sweatshirts and hoodies for young labels: small first runs, water-based prints and garment dyeing in thirty standing shades.",
    families: ["casualwear", "activewear", "uniforms"],
    techniques: ["screen-print", "dtg-print", "embroidery", "woven-label", "hang-tag", "custom-packaging"],
    moq: 50,
    leadDays: 12,
    weeklyCapacity: 12_000,
    yearEstablished: 2015,
    certificate: "Restricted substances, class I",
  },
  {
    key: "monsoon",
    company: "Monsoon Tailoring",
    owner: { email: "sadia@monsoontailoring.example", name: "Sadia Karim" },
    verifiedDaysAgo: 140,
    city: "Dhaka",
    address: "Section 11, Mirpur",
    phone: "+880 2 5550 9035",
    about:
      "Blazers, dresses and soft tailoring cut in small lots by people who have done it for twenty years, pressed by hand and packed on hangers.",
    families: ["cut-and-sew", "knitwear"],
    techniques: ["embroidery", "woven-label", "hang-tag", "custom-packaging"],
    moq: 50,
    leadDays: 15,
    weeklyCapacity: 3_200,
    yearEstablished: 1994,
    certificate: "Social audit, four-pillar",
  },
  {
    key: "heron",
    company: "Heron Stitch",
    owner: { email: "arif@heronstitch.example", name: "Arif Mahmud" },
    city: "Ashulia",
    address: "112 Zirabo Bus Stand Road",
    phone: "+880 2 5550 4187",
    about: "A young factory of four lines for shirts and light woven tops, looking for steady orders from three hundred pieces.",
    families: ["cut-and-sew"],
    techniques: ["embroidery", "woven-label"],
    moq: 300,
    leadDays: 16,
    weeklyCapacity: 2_400,
    yearEstablished: 2023,
    certificate: "Fire and building safety, initial",
  },
];
