import type { LeadCard, LeadView } from "../../../../packages/core/src/lead/view.ts";
import type { Example } from "../example.ts";

const usd = (amount: number) => ({ amount, currency: "USD" as const });
const idOf = (number: number) => `led_01m7zrzqkf000000000000000${number}`;

const card: LeadCard = {
  leadId: idOf(1),
  reference: "L-00000001",
  name: "Rina Akter",
  company: "Nordhavn Outdoor",
  quantity: 1_200,
  garmentType: "hoodie",
  stage: "new",
  temperature: "hot",
  priority: "high",
  respondBy: "2026-11-24T09:00:00.000Z",
  isLate: true,
  requests: 2,
  lastAt: "2026-11-23T09:00:00.000Z",
  createdAt: "2026-11-20T09:00:00.000Z",
};
const calm: LeadCard = {
  ...card,
  leadId: idOf(2),
  reference: "L-00000002",
  name: "Otto Meyer",
  quantity: 300,
  temperature: "warm",
  priority: "low",
  isLate: false,
  respondedAt: "2026-11-23T10:00:00.000Z",
  nextOn: "2026-12-01",
  requests: 1,
};

const asked = "1,200 pieces, wanted by 2027-01-15\nHoodies with a kangaroo pocket, our own colour.";
const lead: LeadView = {
  ...card,
  email: "rina@nordhavn.example",
  phone: "+45 70 00 00 00",
  wantedOn: "2027-01-15",
  estimate: { low: usd(1_120_000), high: usd(1_980_000), unitLow: usd(933), unitHigh: usd(1_650) },
  isQuiet: false,
  version: 3,
  entries: [
    { entryId: "msg_2", kind: "note", text: "Sells through forty shops, wants a second run in spring.", at: "2026-11-23T09:00:00.000Z" },
    { entryId: "msg_1", kind: "request", text: asked, at: "2026-11-20T09:00:00.000Z" },
  ],
};
const quoted: LeadView = {
  ...lead,
  leadId: idOf(3),
  reference: "L-00000003",
  stage: "proposal",
  isLate: false,
  isQuiet: true,
  respondedAt: "2026-11-23T10:00:00.000Z",
  ownedBy: "33333333-3333-4333-8333-333333333333",
  quoteId: "quo_01m7zrzqkf0000000000000001",
  entries: [
    { entryId: "msg_5", kind: "stopped", text: "-", at: "2026-11-24T12:00:00.000Z" },
    { entryId: "msg_4", kind: "follow_up", text: "offer", at: "2026-11-24T10:00:00.000Z" },
    { entryId: "msg_3", kind: "quote", text: "quo_01m7zrzqkf0000000000000001", at: "2026-11-23T10:00:00.000Z" },
    ...lead.entries,
  ],
};

/** Who asked for a person, as the platform sees them, and the pages they come from. */
export const leadExamples: Readonly<Record<string, readonly Example[]>> = {
  "/admin/leads/:leadId": [
    {
      paths: [lead, quoted].map(({ leadId }) => `/admin/leads/${leadId}`),
      bodies: Object.fromEntries([lead, quoted].map((one) => [`GET /v1/admin/leads/${one.leadId}`, one])),
    },
  ],
  "/lead-mails": [{ paths: ["/lead-mails#t=a-token-of-the-test"] }, { state: "without a token" }],
};

export const leadQueue: Example = {
  paths: ["/admin/quotes?tab=leads"],
  bodies: { "GET /v1/admin/leads": { items: [card, calm] } },
  state: "leads",
};
