import type * as imports from "../../../../packages/contracts/src/product-import.ts";
import type * as z from "zod";
import type { Example } from "../example.ts";

type Answer<R extends { readonly response: z.ZodType }> = z.output<R["response"]>;

const jobId = "job_01k00000000000000000000071";

const preview: Answer<typeof imports.previewImport> = {
  create: [
    {
      handle: "classic-varsity-top",
      title: "Classic Varsity Top",
      line: 3,
      pictures: 1,
      variants: [
        { sku: "CLASSIC-VARSITY-TOP-SMALL", isSkuDerived: true, options: "Small", stock: 17 },
        { sku: "CVT-M", isSkuDerived: false, options: "Medium" },
      ],
    },
  ],
  creates: 13,
  owns: 0,
  rejections: 1,
  waiting: [{ line: 29, handle: "ocean-blue-shirt", title: "Ocean Blue Shirt", lacks: ["family", "moq", "leadDays", "alt"] }],
  rejected: [{ line: 31, handle: "silk-top", code: "price.format", message: "“about 19” is not a price in dollars, as 19.90" }],
  needs: [
    { field: "family", products: 19, firstLine: 29 },
    { field: "moq", products: 19, firstLine: 29 },
    { field: "leadDays", products: 19, firstLine: 29 },
    { field: "alt", products: 17, firstLine: 29 },
  ],
  types: [],
  isWhole: true,
  tags: [{ value: "women", products: 13 }],
};

const job = (part: Partial<Answer<typeof imports.getImport>>): Answer<typeof imports.getImport> => ({
  jobId,
  state: "uploading",
  total: 0,
  done: 0,
  created: 0,
  updated: 0,
  skipped: 0,
  refused: 0,
  picturesFetched: 0,
  picturesMissed: 0,
  rejected: [],
  rejections: 0,
  needs: [],
  isDryRun: false,
  hasReport: part.state === "done" || part.state === "checked",
  ...part,
});

const importing = (state: string, part: Partial<Answer<typeof imports.getImport>>): Example => ({
  paths: [`/app/products/import?job=${jobId}`],
  state,
  bodies: { [`GET /v1/imports/${jobId}`]: job(part), [`POST /v1/imports/${jobId}/preview`]: preview },
});

/** What the import of a product file is looked at with, from its preview to its end. */
export const importingExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app/products/import": [
    {},
    importing("questions", { needs: [{ field: "alt", products: 3, firstLine: 31_044 }] }),
    importing("running", { state: "running", total: 23, done: 17, created: 13, skipped: 3 }),
    importing("checked", { state: "checked", isDryRun: true, total: 23, done: 23, created: 13, updated: 7, skipped: 3 }),
    importing("failed", { state: "failed", total: 23, done: 11, created: 7, updated: 1, skipped: 3, failure: "Something went wrong on our side." }),
    importing("done", {
      state: "done",
      total: 23,
      done: 23,
      created: 19,
      skipped: 3,
      picturesFetched: 11,
      picturesMissed: 29,
      updated: 1,
      rejected: preview.rejected,
      rejections: 1,
    }),
  ],
};
