import { Brief } from "../../../../packages/core/src/pricing/model.ts";
import type { BidView, PartyView, RequestView, RfqView, RoundView } from "../../../../packages/core/src/rfq/view.ts";
import type { Example } from "../example.ts";

const usd = (amount: number) => ({ amount, currency: "USD" as const });
const idOf = (number: number) => `rfq_01m7zrzqkf000000000000000${number}`;
const brief = Brief.parse({ garmentType: "sweater", quantity: 400, fabric: "acrylic", notes: "Ribbed hem, no label outside." });

const roundOf = (round: number, side: RoundView["side"], cents: number, leadDays: number): RoundView => ({
  round,
  side,
  unitPrice: usd(cents),
  total: usd(cents * 400),
  leadDays,
  until: "2026-12-20T23:59:59.999Z",
  at: `2026-11-2${round}T08:00:00.000Z`,
});

const bidOf = (round: number, cents: number, leadDays: number): BidView => ({
  round,
  breaks: [
    { from: 100, unitPrice: usd(cents + 60) },
    { from: 400, unitPrice: usd(cents) },
  ],
  moq: 100,
  leadDays,
  validUntilOn: "2026-12-20",
  sample: { price: usd(4_500), days: 9 },
  notes: "Yarn from our own stock; the first carton leaves a week earlier.",
  unitPrice: usd(cents),
  total: usd(cents * 400),
  isExpired: false,
});

const sides = { isLowest: false, isFastest: false } as const;
const parties: readonly PartyView[] = [
  {
    ...sides,
    supplierId: "org_1",
    supplierName: "Meghna Knit Works",
    state: "bidding",
    turn: "buyer",
    bid: bidOf(1, 902, 34),
    isLowest: true,
    rounds: [roundOf(1, "supplier", 902, 34)],
  },
  {
    ...sides,
    supplierId: "org_2",
    supplierName: "Padma Knit Ltd",
    state: "bidding",
    turn: "supplier",
    bid: bidOf(1, 990, 21),
    isFastest: true,
    counter: roundOf(2, "buyer", 900, 21),
    rounds: [roundOf(1, "supplier", 990, 21), roundOf(2, "buyer", 900, 21)],
  },
  { ...sides, supplierId: "org_3", supplierName: "Teesta Knit Ltd", state: "invited", turn: "supplier", rounds: [] },
  { ...sides, supplierId: "org_4", supplierName: "Surma Knit Ltd", state: "passed", rounds: [] },
];

const card = {
  rfqId: idOf(1),
  title: "400 Sweaters",
  quantity: 400,
  respondBy: "2026-12-01T23:59:59.999Z",
  takesBids: true,
  createdAt: "2026-11-20T08:00:00.000Z",
} as const;
const owned = { ...card, status: "open", invited: 4 } as const;
const open: RfqView = { ...owned, version: 1, brief, files: 1, parties };
const empty: RfqView = { ...open, rfqId: idOf(2), invited: 0, parties: [] };
const awarded: RfqView = {
  ...open,
  rfqId: idOf(3),
  status: "awarded",
  takesBids: false,
  orderId: "ord_01m7zrzqkf0000000000000001",
  orderNumber: "SO-2026-107A",
  parties: parties.map((party, place) => ({ ...party, state: place === 0 ? "awarded" : "lost", turn: undefined, counter: undefined })),
};

const request: RequestView = { ...card, state: "invited", turn: "supplier", lastAt: card.createdAt, brief, files: 1, rounds: [] };
const countered: RequestView = {
  ...request,
  rfqId: idOf(4),
  state: "bidding",
  bid: bidOf(1, 900, 21),
  counter: { ...roundOf(2, "buyer", 818, 21), note: "The same at this price, and we order today." },
  rounds: [roundOf(1, "supplier", 900, 21), roundOf(2, "buyer", 818, 21)],
};
const lost: RequestView = { ...countered, rfqId: idOf(5), state: "lost", turn: undefined, counter: undefined, takesBids: false };

const suppliers = {
  "GET /v1/admin/suppliers": { items: [{ orgId: "org_9", companyName: "Jamuna Knit Ltd", country: "BD", verification: "verified" }] },
};
const at = (path: string, list: readonly { readonly rfqId: string }[]) => Object.fromEntries(list.map((one) => [`GET ${path}/${one.rfqId}`, one]));
const file = { uploadId: "upl_01m7zrzqkf0000000000000001", name: "tech-pack-2027.xlsx", state: "ready", ending: "xlsx", bytes: 1_400_000 } as const;
const sent = (list: readonly { readonly rfqId: string }[]) =>
  Object.fromEntries(list.map(({ rfqId }) => [`GET /v1/requests/${rfqId}/files`, { items: [{ ...file, addedAt: card.createdAt }] }]));
const shown = (list: readonly { readonly rfqId: string }[]) => list.map(({ rfqId }) => `/app/quotes/${rfqId}`);
const cardOf = ({ version: _version, brief: _brief, files: _files, parties: _parties, ...rest }: RfqView) => rest;
const requestCard = ({ brief: _brief, files: _files, rounds: _rounds, bid: _bid, counter: _counter, ...rest }: RequestView) => rest;

/** Requests for bids in lists, beside the quotes of their pages. */
export const rfqLists: readonly Example[] = [
  {
    paths: ["/app/quotes?tab=requests"],
    bodies: { "GET /v1/rfqs": { items: [open, empty, awarded].map(cardOf) } },
    who: ["buyer"],
    state: "requests",
  },
  { bodies: { "GET /v1/requests": { items: [request, countered, lost].map(requestCard) } }, who: ["supplier"] },
];

/** Requests for bids as the buyer, an invited supplier and the platform see them. */
export const rfqPages: readonly Example[] = [
  { paths: shown([open, empty, awarded]), bodies: at("/v1/rfqs", [open, empty, awarded]), who: ["buyer"] },
  {
    paths: shown([request, countered, lost]),
    bodies: { ...at("/v1/requests", [request, countered, lost]), ...sent([request, countered]) },
    who: ["supplier"],
  },
  { paths: shown([open]), bodies: { ...at("/v1/rfqs", [open]), ...suppliers }, who: ["admin"], state: "request" },
];

export const rfqQueue: Example = {
  paths: ["/admin/quotes?tab=requests"],
  bodies: { "GET /v1/rfqs": { items: [open, empty].map(cardOf) } },
  state: "requests",
};
