import { getAiJob } from "@sleekapp/contracts/ai-job";
import { leadQueue } from "./lead.ts";
import { rfqQueue } from "./rfq.ts";
import type * as catalog from "../../../../packages/contracts/src/catalog.ts";
import type * as identity from "../../../../packages/contracts/src/identity.ts";
import type * as order from "../../../../packages/contracts/src/order.ts";
import type * as quote from "../../../../packages/contracts/src/quote.ts";
import type * as z from "zod";
import type { Example } from "../example.ts";
import { figuresBodies, waitingRatings } from "./supplier.ts";
import { daysOf, monthOf } from "./interest.ts";
import { stockOf } from "./stock.ts";
import { accountsExamples, peopleOfCompany } from "./accounts.ts";

// The marketplace as a supplier and an admin see it, in odd figures that no page can have made up.

type Answer<R extends { readonly response: z.ZodType }> = z.output<R["response"]>;

const usd = (amount: number) => ({ amount, currency: "USD" as const });
const supplierId = "org_01k00000000000000000000071";
const productId = "prd_01k00000000000000000000071";
const secondId = "prd_01k00000000000000000000072";

const application: Answer<typeof identity.getMySupplier>["application"] = {
  companyName: "Padma Knit",
  country: "BD",
  city: "Gazipur",
  address: "Plot 137, Konabari",
  contactName: "Rafiq Maker",
  phone: "+880 2 5551739",
  about: "Circular and flat knitting with our own dyeing house, for brands in the north of Europe.",
  families: ["knitwear", "casualwear"],
  techniques: ["embroidery", "woven-label"],
  moq: 173,
  leadDays: 37,
  familyTerms: { knitwear: { moq: 251, leadDays: 43 } },
  weeklyCapacity: 4391,
  yearEstablished: 1997,
  certificates: [{ name: "GOTS", issuer: "Control Union", number: "CU 81734", expiresOn: "2029-03-17" }],
};

type Supplier = Answer<typeof identity.getMySupplier>;
const supplier = (part: Partial<Supplier>): Supplier => ({
  orgId: supplierId,
  verification: "draft",
  application,
  missing: [],
  papers: [
    { uploadId: "upl_01m7zrzqkf000000000000000p", kind: "registration", name: "trade-licence.pdf", addedAt: "2026-03-12T07:19:00.000Z" },
    { uploadId: "upl_01m7zrzqkf000000000000000q", kind: "photo", name: "line-3.jpg", addedAt: "2026-03-12T07:31:00.000Z" },
  ],
  version: 3,
  ...part,
});

const company = (state: string, part: Partial<Supplier>): Example => ({
  state,
  bodies: { "GET /v1/supplier": supplier(part), ...figuresBodies },
});

const picture = {
  uploadId: "upl_01k00000000000000000000071",
  alt: "Navy cardigan from the front",
  width: 1280,
  height: 1600,
  base: "/media/product/a",
  widths: [320, 800, 1_280],
  origin: "model" as const,
};

type Product = Answer<typeof catalog.getMyProduct>;
const product = (part: Partial<Product>): Product => ({
  productId,
  orgId: supplierId,
  supplierName: "Padma Knit",
  status: "draft",
  draft: {
    title: "Merino cardigan with horn buttons",
    description: "A fully fashioned cardigan of extra fine merino, linked by hand, washed soft and pressed flat.",
    family: "knitwear",
    category: "Cardigans",
    fabric: "Merino wool",
    composition: "100 % merino wool",
    gsm: 317,
    price: usd(1873),
    moq: 173,
    leadDays: 37,
    sizes: ["S", "M", "L"],
    colours: ["Navy", "Oatmeal"],
    breaks: [{ from: 573, price: usd(1711) }],
    variants: [{ sku: "CARDIGAN-NAVY-M", options: { Size: "M", Colour: "Navy" }, stock: 19 }],
    shipsFrom: "BD",
  },
  pictures: [picture],
  missing: [],
  finalPrice: usd(2060),
  finalBreaks: [{ from: 573, price: usd(1882) }],
  feeBps: 1_000,
  quality: { score: 65, lacks: [{ name: "three specifications or more", points: 10 }] },
  version: 7,
  updatedAt: "2026-03-17T09:41:00.000Z",
  ...part,
});

const rows: Answer<typeof catalog.listMyProducts> = {
  items: [
    {
      productId,
      orgId: supplierId,
      supplierName: "Padma Knit",
      title: "Merino cardigan with horn buttons",
      status: "pending_approval",
      price: usd(1873),
      updatedAt: "2026-03-17T09:41:00.000Z",
      pictures: 1,
      undescribed: [{ ...picture, alt: "" }],
      cover: picture,
    },
    {
      productId: secondId,
      orgId: supplierId,
      supplierName: "Padma Knit",
      title: "Ribbed beanie",
      status: "changes_requested",
      reason: "The pictures show another colour than the title says.",
      updatedAt: "2026-03-16T08:13:00.000Z",
      pictures: 0,
      undescribed: [],
    },
  ],
  nextCursor: "more",
};

/** A picture that was drawn for the listing and that its supplier has not taken yet. */
const candidate = getAiJob.response.parse({
  jobId: "job_01k00000000000000000000071",
  task: "product-image",
  subjectId: productId,
  status: "done",
  percent: 100,
  attempts: 0,
  source: "model",
  result: {
    kind: "picture",
    uploadId: "upl_01k00000000000000000000077",
    until: "2099-01-01T00:00:00.000Z",
    alt: "Camel cardigans from the front, drawn by a model",
    width: 832,
    height: 1_024,
    base: "/media/product/candidate",
    widths: [320, 800, 832],
  },
  createdAt: "2026-11-27T06:12:00.000Z",
  updatedAt: "2026-11-27T06:12:40.000Z",
});

const one = (state: string, part: Partial<Product>): Example => ({
  paths: [`/app/products/${productId}`],
  state,
  bodies: {
    [`GET /v1/products/${productId}`]: product(part),
    [`GET /v1/products/${productId}/stock`]: stockOf(productId, [part.slug ? 0 : 137, part.slug ? 0 : 53]),
    [`GET /v1/products/${productId}/interest`]: daysOf(productId),
    "GET /v1/ai-jobs": { items: state === "draft" ? [candidate] : [] },
  },
});

const applications: Answer<typeof identity.listSuppliers> = {
  items: [
    { orgId: supplierId, companyName: "Padma Knit", country: "BD", verification: "pending", submittedAt: "2026-03-13T07:19:00.000Z" },
    { orgId: "org_01k00000000000000000000072", companyName: "", country: "", verification: "pending" },
  ],
};

const orders: Answer<typeof order.listOrders> = {
  items: [
    {
      orderId: "ord_01k00000000000000000000071",
      orderNumber: "SA-2026-00171",
      title: "Polo shirts, piqué",
      quantity: 731,
      status: "deposit_paid",
      percent: 0,
      createdAt: "2026-03-11T06:17:00.000Z",
      isLate: false,
      next: { text: "Offer the order to a supplier", step: "offer" },
    },
  ],
};

const quotes: Answer<typeof quote.listQuotes> = {
  items: [
    {
      quoteId: "quo_01k00000000000000000000071",
      title: "Polo shirts, piqué",
      quantity: 731,
      total: usd(743_219),
      status: "priced",
      isExpired: false,
      revision: 1,
      validUntil: "2026-04-19T12:00:00.000Z",
      createdAt: "2026-03-19T12:00:00.000Z",
    },
  ],
};

/** A live listing of which another text, another price and another picture are proposed. */
const revised = (status: "draft" | "pending_approval" | "changes_requested", reason?: string): Product => {
  const before = product({});
  return product({
    status: "approved",
    slug: "merino-cardigan-000071",
    draft: { ...before.draft, title: "Merino cardigan with horn buttons and pockets", price: usd(1979), features: ["Two patch pockets"] },
    pictures: [{ ...picture, uploadId: "upl_01k00000000000000000000072", alt: "Navy cardigan with two pockets" }],
    finalPrice: usd(2177),
    live: { draft: before.draft, pictures: before.pictures, finalPrice: usd(2060), finalBreaks: before.finalBreaks },
    revision: { status, startedAt: "2026-03-16T08:13:00.000Z" },
    ...(reason ? { reason } : {}),
  });
};

const past: Answer<typeof catalog.getProductHistory> = {
  items: [
    {
      at: "2026-03-17T09:41:00.000Z",
      what: "turned_down",
      by: "platform",
      status: "changes_requested",
      reason: "The pockets are not in any picture.",
      changes: [{ field: "title", before: "Merino cardigan", after: "Merino cardigan with pockets" }],
    },
    { at: "2026-03-11T07:17:00.000Z", what: "approved", by: "platform" },
  ],
};

const reviewing = { "GET /v1/products": rows, [`GET /v1/products/${productId}`]: product({ status: "pending_approval" }) };

/** The supplier's and the admin's pages of the marketplace, each in the states it can be in. */
export const marketExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app/supplier": [
    company("empty", { application: {}, papers: [], missing: ["companyName"], version: 0 }),
    { ...company("papers", { application }), paths: ["/app/supplier?step=papers"] },
    { ...company("photos", { application, papers: [] }), paths: ["/app/supplier?step=photos"] },
    company("pending", { verification: "pending", submittedAt: "2026-03-13T07:19:00.000Z" }),
    company("rejected", { verification: "rejected", reasons: "The telephone number is not in service.\nWhich machines do you run?" }),
    company("verified", { verification: "verified" }),
    company("suspended", { verification: "suspended", reasons: "Two orders were shipped without an inspection." }),
  ],
  "/app/products": [{ bodies: { "GET /v1/products": rows, "GET /v1/interest": monthOf(productId) } }],
  "/app/products/words": [{ bodies: { "GET /v1/products": rows } }, { state: "empty", bodies: { "GET /v1/products": { items: [] } } }],
  "/app/products/:productId": [
    one("draft", {}),
    one("empty", { draft: { title: "Merino cardigan with horn buttons" }, pictures: [], missing: ["pictures: add at least one"] }),
    one("sent back", { status: "changes_requested", reason: "The pictures show another colour than the title says." }),
    one("in review", { status: "pending_approval" }),
    one("live", { status: "approved", slug: "merino-cardigan-000071" }),
    one("paused", { status: "paused", slug: "merino-cardigan-000071" }),
    one("revised", revised("changes_requested", "The pockets are not in any picture.")),
  ],
  "/admin": [{ bodies: { "GET /v1/products": rows, "GET /v1/admin/suppliers": applications, "GET /v1/orders": orders } }],
  "/admin/products": [
    { bodies: reviewing },
    {
      state: "revision",
      bodies: {
        "GET /v1/products": rows,
        [`GET /v1/products/${productId}`]: revised("pending_approval"),
        [`GET /v1/products/${productId}/history`]: past,
      },
    },
  ],
  "/admin/accounts": [
    { bodies: { "GET /v1/admin/suppliers": applications } },
    {
      paths: [`/admin/accounts?tab=suppliers&supplier=${supplierId}`],
      state: "open",
      bodies: {
        "GET /v1/admin/suppliers": applications,
        [`GET /v1/admin/suppliers/${supplierId}`]: supplier({ verification: "pending", submittedAt: "2026-03-13T07:19:00.000Z" }),
        [`GET /v1/admin/organisations/${supplierId}`]: { ...peopleOfCompany, orgId: supplierId, kind: "supplier", name: "Padma Knit" },
      },
    },
    { paths: ["/admin/accounts?tab=ratings"], state: "ratings", bodies: { "GET /v1/admin/ratings": waitingRatings } },
    ...accountsExamples,
  ],
  "/admin/quotes": [{ bodies: { "GET /v1/quotes": quotes } }, rfqQueue, leadQueue],
};
