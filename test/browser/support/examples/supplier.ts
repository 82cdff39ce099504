import type { listRatings, listSupplierRatings, getMyFigures, getSupplierProfile } from "@sleekapp/contracts/supplier";
import type * as z from "zod";
import type { Bodies, Example } from "../example.ts";
import { positions } from "./market-figures.ts";
import { found } from "./visitor.ts";

const scorecard = {
  onTime: { bps: 9_300, of: 29 },
  quality: { bps: 8_700, of: 33 },
  response: { minutes: 1_217, of: 31 },
  rating: { hundredths: 450, of: 13 },
};

const weeks = ["2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30", "2026-04-06"].map((weekOn, at) => {
  const booked = [4_391, 2_903, 1_207, 0, 0][at] ?? 0;
  return { weekOn, total: 4_391, booked, free: 4_391 - booked };
});

const figures: z.output<typeof getMyFigures.response> = { scorecard, weekly: 4_391, weeks };

/** What a supplier's own pages read of its numbers. */
export const figuresBodies: Bodies = { "GET /v1/supplier/figures": figures, ...positions };

const profile: z.output<typeof getSupplierProfile.response> = {
  slug: "padma-knit-x7k2p9",
  companyName: "Padma Knit",
  country: "BD",
  city: "Gazipur",
  about: "Circular and flat knitting with our own dyeing house, for brands in the north of Europe.",
  families: ["knitwear", "casualwear"],
  techniques: ["embroidery", "woven-label"],
  moq: 173,
  leadDays: 37,
  terms: [
    { family: "knitwear", moq: 251, leadDays: 43 },
    { family: "casualwear", moq: 173, leadDays: 37 },
  ],
  weeklyBand: { from: 2_501, to: 5_000 },
  yearEstablished: 1998,
  certificates: [
    { name: "GOTS", issuer: "Control Union", number: "CU 813297", expiresOn: "2027-01-31", isExpired: false },
    { name: "SA 8000", issuer: "Social audits", number: "SA 5512", expiresOn: "2025-11-30", isExpired: true },
  ],
  scorecard,
};

const ratings: z.output<typeof listSupplierRatings.response> = {
  items: [
    {
      scores: { quality: 5, communication: 4, delivery: 5 },
      words: "Even seams, and every box was labelled as we asked.",
      reply: "Thank you; the second colour is on the machine.",
      ratedOn: "2026-03-02",
    },
    { scores: { quality: 4, communication: 3, delivery: 4 }, ratedOn: "2026-01-19" },
  ],
  nextCursor: "more",
};

/** Words that wait to be read by the platform. */
export const waitingRatings: z.output<typeof listRatings.response> = {
  items: [
    {
      orderId: "ord_01m7zrzqkf000000000000000k",
      scores: { quality: 2, communication: 4, delivery: 3 },
      words: "One colour was a shade off, and nobody told us before it was shipped.",
      state: "waiting",
      createdAt: "2026-03-11T09:13:00.000Z",
    },
  ],
};

const page = "GET /v1/public/suppliers/padma-knit-x7k2p9";

export const supplierExamples: Readonly<Record<string, readonly Example[]>> = {
  "/suppliers/:slug": [
    {
      paths: ["/suppliers/padma-knit-x7k2p9"],
      bodies: { [page]: profile, [`${page}/ratings`]: ratings, "GET /v1/public/products": found },
    },
    {
      paths: ["/suppliers/padma-knit-x7k2p9"],
      state: "new",
      bodies: {
        [page]: {
          ...profile,
          certificates: [],
          scorecard: { onTime: { of: 0 }, quality: { of: 0 }, response: { of: 0 }, rating: { of: 0 } },
        },
        [`${page}/ratings`]: { items: [] },
        "GET /v1/public/products": { items: [], total: 0, facets: {} },
      },
    },
  ],
};
