import type { Example } from "../example.ts";

const id = (prefix: string, tag: string) => `${prefix}_${tag.padStart(26, "0")}`;
const usd = (amount: number) => ({ amount, currency: "USD" });
const [ada, jo] = ["11111111-1111-4111-8111-111111111111", "44444444-4444-4444-8444-444444444444"];

const limits = [
  { who: { seat: "member" }, window: "order", max: usd(500_000), families: [] },
  { who: { userId: ada }, window: "month", max: usd(2_000_000), families: ["knitwear", "activewear"] },
];

/** An owner's rules, with a limit of the owner's own. */
export const spending = {
  limits,
  approvers: [],
  isPoRequired: true,
  version: 2,
  own: limits.slice(1).map((limit) => ({ limit, spent: usd(1_240_000) })),
};

/** A limit that has been used up, so that every further order is past it. */
export const usedUp = {
  limits: [{ who: { seat: "owner" }, window: "month", max: usd(500_000), families: [] }],
  approvers: [jo],
  isPoRequired: false,
  version: 1,
  own: [{ limit: { who: { seat: "owner" }, window: "month", max: usd(500_000), families: [] }, spent: usd(500_000) }],
};

const asked = (tag: string, change: Record<string, unknown>) => ({
  approvalId: id("apv", tag),
  subject: { kind: "quote", quoteId: id("quo", tag), revision: 1 },
  title: "1,200 T-shirts",
  family: "casualwear",
  amount: usd(1_284_000),
  state: "asked",
  askedBy: jo,
  askedAt: "2026-11-24T09:10:00.000Z",
  until: "2026-12-11T23:59:59.999Z",
  mayDecide: false,
  version: 1,
  ...change,
});

const approvals = [
  asked("a1", { mayDecide: true, note: "The autumn run; last year's was the same." }),
  asked("a2", {
    title: "300 Sweaters",
    amount: usd(684_000),
    state: "declined",
    askedBy: ada,
    decidedBy: jo,
    decidedAt: "2026-11-25T09:10:00.000Z",
    answer: "Wait for the sample first.",
    version: 2,
  }),
  asked("a3", { title: "500 Hoodies", amount: usd(715_000), state: "void", version: 2 }),
];

const people = {
  "GET /v1/members": {
    items: [
      { userId: ada, name: "Ada Buyer", email: "buyer@example.test", kind: "owner" },
      { userId: jo, name: "Jo Cutter", email: "jo.cutter@northfold.example.test", kind: "member" },
    ],
  },
};

/** What was asked for past somebody's limits. */
export const spendingExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app/approvals": [{ bodies: { ...people, "GET /v1/approvals": { items: approvals } } }],
};
