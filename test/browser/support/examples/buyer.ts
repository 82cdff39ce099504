import { getQuoteDesign } from "@sleekapp/contracts/design";
import { Brief } from "../../../../packages/core/src/pricing/model.ts";
import { routesOf } from "../../../../packages/core/src/pricing/routes.ts";
import { currentBook, price, seedCosts } from "../../../../packages/core/src/pricing/rules.ts";
import { balanceOfPrice, depositOf } from "../../../../packages/core/src/ledger/rules.ts";
import * as Terms from "../../../../packages/core/src/terms/index.ts";
import type { FileView, QuoteCard, QuoteView } from "../../../../packages/core/src/quote/view.ts";
import { sentenceOf } from "../../../../packages/core/src/upload/refusal.ts";
import type { Example } from "../example.ts";
import { benchmarks } from "./market-figures.ts";
import { usedUp } from "./spending.ts";
import { idOf } from "../../../support/actors.ts";
import { picture } from "./order-bodies.ts";
import { rfqLists, rfqPages } from "./rfq.ts";

export const id = (prefix: string, tag: string): string => `${prefix}_01k0000000000000000000${tag.padStart(4, "0")}`;

const day = (on: string): string => `${on}T23:59:59.999Z`;

type Asked = { readonly tag: string; readonly brief: typeof Brief._input; readonly change?: Partial<QuoteView> };

/** A quote priced by the real rules, so that the page's sums are the ones people get. */
function quote({ tag, brief, change }: Asked): QuoteView {
  const whole = Brief.parse(brief);
  const priced = price(whole, currentBook, "2026-11-02");
  return {
    quoteId: id("quo", tag),
    title: `${whole.quantity} ${whole.garmentType}s`,
    quantity: whole.quantity,
    total: priced.total,
    status: "priced",
    isExpired: false,
    revision: 1,
    validUntil: day("2026-12-02"),
    createdAt: "2026-11-02T09:14:00.000Z",
    brief: whole,
    priced,
    deposit: depositOf(priced.total),
    balance: balanceOfPrice(priced.total),
    revisedBy: "buyer",
    isOffered: false,
    isShared: false,
    ...change,
  };
}

export const shirts = {
  garmentType: "t-shirt",
  quantity: 517,
  fabric: "cotton",
  sizes: { M: 300, L: 217 },
  notes: "Heavy feel, no logo outside.",
} as const;
const analysis: QuoteView["analysis"] = {
  summary: "A plain run with a common fabric.",
  suggestions: ["A larger run lowers the price of each piece."],
  risks: ["Cotton shrinks a little at the first wash."],
  source: "model",
};

export const open = quote({ tag: "a1", brief: shirts, change: { analysis } });
export const fast = quote({
  tag: "a2",
  brief: { ...shirts, rush: "express", customisations: [{ technique: "embroidery", placement: "left-chest" }] },
});
export const large = quote({ tag: "a3", brief: { garmentType: "hoodie", quantity: 1_240, fabric: "fleece", sample: true } });
export const expired = quote({ tag: "a4", brief: shirts, change: { isExpired: true, validUntil: day("2026-10-21") } });
export const accepted = quote({ tag: "a5", brief: shirts, change: { status: "accepted", orderId: id("ord", "b1"), orderNumber: "SA-2611-7K3Q9F" } });
const declined = quote({ tag: "a6", brief: shirts, change: { status: "declined" } });
const shownDesign = getQuoteDesign.response.parse({
  design: {
    designId: idOf("dsn", "d3"),
    origin: "model",
    description: "A line drawing of a mountain across the back",
    width: 1_024,
    height: 1_024,
    url: picture,
  },
});
const inReview = quote({ tag: "a7", brief: shirts, change: { status: "in_review", revision: 2, review: ["confidence"] } });
const colours = [
  { name: "Navy", sizes: { M: 200, L: 100 } },
  { name: "Undyed, with the flecks of the cotton", sizes: { M: 100, L: 117 } },
];
const sent = quote({
  tag: "a8",
  brief: { ...shirts, colours },
  change: {
    status: "sent",
    revision: 2,
    revisedBy: "platform",
    note: "The cloth is in stock, so it costs less.",
    isShared: true,
    designId: idOf("dsn", "d3"),
  },
});
const quotes = [open, fast, large, expired, accepted, declined, inReview, sent];
const looked = [open, expired, accepted, declined, inReview, sent];
const notes = [
  { noteId: id("msg", "d1"), side: "buyer", text: "Is it brushed inside?", at: "2026-11-02T10:00:00.000Z" },
  { noteId: id("msg", "d2"), side: "platform", text: "It is, lightly.", at: "2026-11-02T11:30:00.000Z" },
];
const revisions = [
  { revision: 1, brief: fast.brief, priced: fast.priced, by: "buyer", at: "2026-11-02T09:14:00.000Z" },
  { revision: 2, brief: sent.brief, priced: sent.priced, by: "platform", note: sent.note, at: "2026-11-03T08:00:00.000Z" },
];

export const card = ({
  quoteId,
  title,
  quantity,
  total,
  status,
  isExpired,
  revision,
  validUntil,
  createdAt,
  orderId,
  orderNumber,
}: QuoteView): QuoteCard => ({
  quoteId,
  title,
  quantity,
  total,
  status,
  isExpired,
  revision,
  validUntil,
  createdAt,
  ...(orderId ? { orderId } : {}),
  ...(orderNumber ? { orderNumber } : {}),
});
export const terms = { version: Terms.current.version, hash: Terms.current.hash, text: Terms.current.text };
const fileOf = (n: number) => ({ uploadId: id("upl", `f${n}`), addedAt: "2026-11-20T09:00:00.000Z" });
const files: readonly FileView[] = [
  { ...fileOf(1), name: "tech-pack-2027.xlsx", state: "ready", ending: "xlsx", bytes: 1_400_000 },
  {
    ...fileOf(2),
    name: "a drawing of the logo with a rather long name that does not fit on a phone.png",
    state: "ready",
    ending: "webp",
    bytes: 200_000,
  },
  { ...fileOf(3), name: "IMG_2041.HEIC", state: "refused", reason: sentenceOf("picture.heic") },
];
const one = Object.fromEntries(
  quotes.flatMap((view) => [
    [`GET /v1/quotes/${view.quoteId}`, view],
    [`GET /v1/admin/quotes/${view.quoteId}/routes`, routesOf(Brief.parse(view.brief), currentBook, seedCosts)],
    [`GET /v1/quotes/${view.quoteId}/notes`, { items: view === sent ? notes : [] }],
    [`GET /v1/quotes/${view.quoteId}/revisions`, { items: revisions }],
    [`GET /v1/quotes/${view.quoteId}/files`, { items: view === sent ? files : [] }],
    [`GET /v1/quotes/${view.quoteId}/design`, shownDesign],
    ...Object.entries(benchmarks),
  ]),
);

export const order = {
  orderId: id("ord", "b1"),
  orderNumber: "SA-2611-7K3Q9F",
  title: "517 t-shirts",
  quantity: 517,
  status: "awaiting_deposit",
  percent: 0,
  createdAt: "2026-11-03T10:00:00.000Z",
  isLate: false,
  next: { text: "Pay the deposit to start", step: "pay_deposit" },
};
/** The buyer's organisation and its people. */
export const people = {
  "GET /v1/organisation": { orgId: id("org", "b1"), kind: "buyer", name: "Northfold Ltd", country: "GB", version: 3 },
  "GET /v1/members": {
    items: [
      { userId: "11111111-1111-4111-8111-111111111111", name: "Ada Buyer", email: "buyer@example.test", kind: "owner" },
      { userId: "44444444-4444-4444-8444-444444444444", name: "Jo Reader", email: "jo.reader@northfold.example.test", kind: "viewer" },
    ],
  },
  "GET /v1/invitations": {
    items: [{ invitationId: id("inv", "71"), email: "new.colleague@northfold.example.test", kind: "member", expiresAt: "2026-11-20T09:00:00.000Z" }],
  },
};

/** What the signed-in buyer's pages are looked at with. */
export const buyerExamples: Readonly<Record<string, readonly Example[]>> = {
  "/join": [{ paths: ["/join"] }, { paths: ["/join#t=abcdefghijklmnopqrstuvwxyz012345"], state: "signed out" }],
  "/app/quotes": [
    { who: ["buyer"], bodies: { ...one, "GET /v1/quotes": { items: [open, fast, large, expired, inReview].map(card) } } },
    {
      who: ["buyer"],
      paths: [`/app/quotes?compare=${[open, fast, large].map(({ quoteId }) => quoteId).join(".")}`],
      state: "comparing",
      bodies: { ...one, "GET /v1/quotes": { items: [open, fast, large, expired].map(card) } },
    },
    ...rfqLists,
  ],
  "/app/quotes/:id": [
    { paths: looked.map(({ quoteId }) => `/app/quotes/${quoteId}`), bodies: { ...one, "GET /v1/public/terms": terms }, who: ["buyer"] },
    {
      paths: [`/app/quotes/${open.quoteId}`],
      bodies: { ...one, "GET /v1/public/terms": terms, "GET /v1/spending": usedUp },
      who: ["buyer"],
      state: "past a limit",
    },
    { paths: [`/app/quotes/${inReview.quoteId}`], bodies: one, who: ["admin"], state: "under review" },
    ...rfqPages,
  ],
  "/shared-quote": [
    {
      paths: [`/shared-quote#id=${open.quoteId}&t=a-secret-of-the-test`],
      bodies: { [`GET /v1/guest/quotes/${open.quoteId}`]: open },
    },
    { state: "without a link" },
  ],
};
