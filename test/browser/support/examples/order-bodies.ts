import { getLedger, getPaymentPlan } from "@sleekapp/contracts/money";
import { getMyOffer, getOrder, getOrderContact, getOrderLog, listCandidates, listOrders } from "@sleekapp/contracts/order";
import { getOrderForecast, getOrderProgress } from "@sleekapp/contracts/production";
import { agreed, verdictOf } from "@sleekapp/core/inspection/rules";
import { usd } from "@sleekapp/core/kernel/money";
import { nextStep } from "@sleekapp/core/order/process";
import type { Party, Status } from "@sleekapp/core/order/model";
import { daysLate, isLate, milestonesOf, planStages } from "@sleekapp/core/production/plan";
import type { Stage } from "@sleekapp/core/production/model";
import { idOf } from "../../../support/actors.ts";

// What the API answers about orders, checked against the contracts so that it cannot drift from them.

const TODAY = "2026-11-20";

/** A picture without a request: one grey-green pixel. */
export const picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNsaPj/HwAFhgKA0qkG5QAAAABJRU5ErkJggg==";

const brief = {
  garmentType: "t-shirt",
  quantity: 417,
  fabric: "organic-cotton",
  gsm: 187,
  complexity: "medium",
  customisations: [{ technique: "screen-print", placement: "front" }],
  sizes: { S: 113, M: 191, L: 113 },
  rush: "none",
  sample: true,
  notes: "Print in two colours. Neck tape in the body colour.",
};

/** Whom to ring at the factory. */
export const contactBody = getOrderContact.response.parse({
  contact: {
    companyName: "Padma Knit",
    contactName: "Rafiq Maker",
    phone: "+880 2 5551739",
    address: "Plot 137, Konabari",
    city: "Gazipur",
    country: "BD",
  },
});

/** Stages of a plan of which so many are done and the next is under way. */
function stagesAt(done: number, percent: number): readonly Stage[] {
  return planStages("casualwear", { quantity: 417, decorated: true, sample: true }, { startOn: "2026-10-12" }).map((stage, index): Stage => {
    if (index < done) return { ...stage, percent: 100, state: "done", startedOn: stage.plannedStartOn, finishedOn: stage.plannedDueOn };
    if (index > done || percent === 0) return stage;
    return { ...stage, percent, state: "active", startedOn: stage.plannedStartOn };
  });
}

export type Given = {
  readonly tag: string;
  readonly party: Party;
  readonly status: Status;
  readonly title?: string;
  readonly done?: number;
  readonly percent?: number;
  readonly guardMet?: boolean;
  readonly more?: Readonly<Record<string, unknown>>;
};

export const orderIdOf = (tag: string): string => idOf("ord", tag);

/** The order page's answer for a party in a state. */
export function orderBody({ tag, party, status, title, done = 0, percent = 0, guardMet = false, more }: Given) {
  const planned = !["awaiting_deposit", "deposit_paid", "offered", "cancelled"].includes(status);
  const stages = planned ? stagesAt(done, percent) : [];
  return getOrder.response.parse({
    orderId: orderIdOf(tag),
    orderNumber: `SA-2611-${tag.toUpperCase()}`,
    title: title ?? "417 T-shirts",
    quantity: 417,
    status,
    percent: done * 9,
    createdAt: "2026-10-08T08:15:00.000Z",
    isLate: false,
    next: nextStep(party, status, guardMet),
    party,
    garmentType: "t-shirt",
    family: "casualwear",
    brief,
    stages: stages.map((stage) => ({ ...stage, isLate: isLate(stage, TODAY), daysLate: daysLate(stage, TODAY) })),
    milestones: milestonesOf(stages, TODAY),
    mayAct: true,
    version: 7,
    ...(planned ? { promisedOn: stages.at(-1)?.plannedDueOn, supplierName: "Padma Knit" } : {}),
    ...more,
  });
}

const verdictShown = ({ level: _level, ...shown }: ReturnType<typeof verdictOf>) => shown;

export const progressBody = (photos: boolean) =>
  getOrderProgress.response.parse({
    updates: [
      {
        updateId: idOf("upd", "2"),
        position: 3,
        stageName: "Cutting",
        percent: 55,
        note: "Second lay is cut. One roll had a flaw and was set aside.",
        photos: photos ? [picture, picture, picture] : [],
        at: "2026-11-18T09:42:00.000Z",
      },
      { updateId: idOf("upd", "1"), position: 1, stageName: "Sample and approval", percent: 100, photos: [], at: "2026-10-21T07:05:00.000Z" },
    ],
    inspections: [
      {
        ...verdictShown(verdictOf(417, { critical: 0, major: 6, minor: 4 })),
        inspectionId: idOf("ins", "1"),
        at: "2026-11-16T14:30:00.000Z",
        defects: { critical: 0, major: 6, minor: 4 },
        findings: [
          { type: "open-seam", class: "major", count: 6, photos: photos ? [picture] : [] },
          { type: "loose-thread", class: "minor", count: 4, photos: [] },
        ],
        limits: agreed,
        round: 1,
        note: "Open side seams on size L.",
      },
    ],
  });

export const forecastBody = getOrderForecast.response.parse({
  forecast: {
    model: 1,
    likelyOn: "2026-12-09",
    earliestOn: "2026-12-02",
    latestOn: "2026-12-21",
    promisedOn: "2026-12-05",
    slackDays: -3,
    causes: [
      { what: "stage", stage: "Cutting", days: 4 },
      { what: "supplier", days: 2 },
      { what: "holidays", days: 1 },
    ],
  },
});

export const nothingReported = getOrderProgress.response.parse({ updates: [], inspections: [] });

export const offerBody = getMyOffer.response.parse({
  price: usd(312_055),
  state: "offered",
  offeredAt: "2026-11-19T10:00:00.000Z",
  answerBy: "2026-11-22T23:59:59.999Z",
});

const address = { name: "Ada Buyer", company: "Northfold Ltd", street: "14 Loom Lane", city: "Leeds", postcode: "LS1 4AP", country: "GB" };

export const planBody = (orderId: string, status: "unpaid" | "deposit_paid" | "paid") =>
  getPaymentPlan.response.parse({
    total: usd(458_733),
    deposit: usd(137_620),
    balance: usd(321_113),
    paid: usd(status === "unpaid" ? 0 : status === "paid" ? 458_733 : 137_620),
    status,
    lines: [
      { key: "base", label: "417 T-shirts, organic cotton", amount: usd(391_200) },
      { key: "customisation", label: "Screen print, front", amount: usd(45_689) },
      { key: "platformFee", label: "Platform fee", amount: usd(21_844) },
    ],
    shippingAddress: address,
    termsVersion: "2026-11",
    acceptedAt: "2026-10-08T08:15:00.000Z",
    payments: [
      {
        paymentId: idOf("pay", "1"),
        purpose: "deposit",
        amount: usd(137_620),
        status: status === "unpaid" ? "failed" : "succeeded",
        ...(status === "unpaid" ? { failure: "Your card was declined." } : {}),
      },
      ...(status === "paid" ? [{ paymentId: idOf("pay", "2"), purpose: "balance", amount: usd(321_113), status: "succeeded" }] : []),
    ],
    refunds:
      status === "paid"
        ? [
            {
              refundId: idOf("rfd", "1"),
              purpose: "balance",
              amount: usd(12_044),
              status: "succeeded",
              reason: "short",
              note: "Eleven pieces of size L were missing.",
              askedAt: "2026-11-24T10:15:00.000Z",
              settledAt: "2026-11-24T10:16:00.000Z",
            },
          ]
        : [],
    invoices: [
      {
        invoiceId: idOf("inv", "1"),
        orderId,
        number: "INV-2026-000731",
        purpose: "deposit",
        amount: usd(137_620),
        issuedOn: "2026-10-08",
        dueOn: "2026-10-22",
        hasDocument: true,
      },
    ],
  });

export const sourcingBody = (state?: "declined" | "accepted" | "countered") =>
  listCandidates.response.parse({
    buyerTotal: usd(458_733),
    ...(state === "accepted" ? { margin: { amount: 146_678, bps: 3_197 } } : {}),
    offers: state
      ? [
          {
            supplierId: idOf("org", "s2"),
            price: usd(312_055),
            state,
            answerBy: "2026-11-22T23:59:59.999Z",
            ...(state === "declined" ? { reason: "Our printing line is booked until January." } : {}),
            ...(state === "countered" ? { counterPrice: usd(330_000), counterNote: "Organic yarn has risen since spring." } : {}),
          },
        ]
      : [],
    candidates: [
      ["s1", "Padma Knit", 8_734, []],
      ["s3", "Jamuna Apparel", 7_112, []],
      ["s2", "Meghna Garments", 8_001, state === "declined" ? ["Has declined this order"] : []],
      ["s4", "Surma Denim", 4_410, ["Does not make casualwear", "Starts at 500 pieces, the order has 417"]],
    ].map(([tag, name, scoreBps, blocked]) => ({
      supplierId: idOf("org", String(tag)),
      name,
      scoreBps,
      blocked,
      reasons: [
        { factor: "capability", scoreBps: 10_000, text: "Has 1 of 1 techniques" },
        { factor: "capacity", scoreBps: 7_300, text: "Room for 609 pieces until the promised day" },
        { factor: "lead", scoreBps: 2_900, text: "Needs 22 of 31 working days" },
        { factor: "onTime", scoreBps: 9_400, text: "94 % on time" },
        { factor: "quality", scoreBps: 9_100, text: "Quality 91 %" },
        { factor: "load", scoreBps: 4_600, text: "54 % of capacity is booked" },
      ],
    })),
  });

const entry = (type: string, by: string, data: Readonly<Record<string, unknown>> = {}) => ({ type, at: "2026-11-02T11:20:00.000Z", by, data });

export const logBody = getOrderLog.response.parse({
  items: [
    entry("order.opened", "buyer"),
    entry("order.deposit_paid", "system"),
    entry("order.offered", "admin"),
    entry("order.accepted", "supplier", { promisedOn: "2026-11-24" }),
    entry("order.stage_reported", "supplier", { stageName: "Cutting", percent: 55, photos: 3 }),
    entry("order.moved", "admin", { from: "in_production", to: "on_hold", reason: "Colour of the print is being settled." }),
    entry("order.shipped", "supplier", { carrier: "DHL", trackingNumber: "JD014600003817" }),
  ],
});

export const booksBody = getLedger.response.parse({
  postings: [
    {
      orderId: orderIdOf("k"),
      key: "payment#1",
      kind: "payment",
      at: "2026-10-09T06:00:00.000Z",
      lines: [
        { account: "cash.stripe", side: "debit", amount: usd(137_620) },
        { account: "customer_deposits", side: "credit", amount: usd(137_620) },
      ],
    },
    {
      orderId: orderIdOf("k"),
      key: "completion",
      kind: "completion",
      at: "2026-11-19T06:00:00.000Z",
      lines: [
        { account: "cost_of_goods", side: "debit", amount: usd(312_055) },
        { account: "supplier_payable", side: "credit", amount: usd(312_055) },
      ],
    },
  ],
  balances: [{ account: "supplier_payable", balance: usd(-312_055) }],
  closes: false,
  disputes: [],
});

type Card = Readonly<Record<string, unknown>> & { readonly status: Status };

const cardBody = (party: Party, index: number, { status, ...more }: Card) => ({
  orderId: idOf("ord", `c${index}`),
  orderNumber: `SA-2611-C${index}`,
  title: ["417 T-shirts", "83 Hoodies", "1,205 Polo shirts", "150 Cardigans", "96 Scrubs"][index % 5],
  quantity: [417, 83, 1_205, 150, 96][index % 5],
  status,
  percent: 0,
  createdAt: "2026-11-03T08:15:00.000Z",
  isLate: false,
  next: nextStep(party, status),
  ...more,
});

/** A page of a list, as this party reads it. */
export const listBody = (party: Party, cards: readonly Card[], nextCursor?: string) =>
  listOrders.response.parse({ items: cards.map((card, index) => cardBody(party, index, card)), ...(nextCursor ? { nextCursor } : {}) });
