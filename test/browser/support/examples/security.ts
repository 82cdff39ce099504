import type * as insight from "../../../../packages/contracts/src/insight.ts";
import type * as z from "zod";
import { spending, spendingDay } from "./ai.ts";
import type { Example } from "../example.ts";

type Answer<R extends { readonly response: z.ZodType }> = z.output<R["response"]>;

const supplierId = "org_01k00000000000000000000071";
const day = "2026-11-26";
const deed: Answer<typeof insight.listAudit>["items"][number] = {
  eventId: "evt_01k00000000000000000000071",
  kind: "event",
  action: "supplier.verified",
  subjectId: supplierId,
  actor: { type: "admin", id: "9f6c1b0e-0000-4000-8000-000000000071" },
  at: `${day}T07:19:00.000Z`,
  requestId: "JKx9ujmroAMEJ7Q=",
  source: "203.0.113.0/24",
  data: { orgId: supplierId },
  changes: { verification: { before: "pending", after: "verified" }, name: { before: "[redacted]", after: "[redacted]" } },
  position: 731,
  sealedAt: `${day}T07:19:02.000Z`,
};
const attempt: Answer<typeof insight.listSecurityEvents>["items"][number] = {
  kind: "rate_limited",
  who: "203.0.113.0/24",
  what: "askCode",
  severity: "medium",
  count: 219,
  firstAt: `${day}T07:01:00.000Z`,
  lastAt: `${day}T07:43:00.000Z`,
};
const watching = {
  "GET /v1/admin/audit": { items: [deed, { ...deed, eventId: "evt_01k00000000000000000000072", action: "order.offered", changes: undefined }] },
  "GET /v1/admin/security/events": {
    items: [attempt, { ...attempt, kind: "ai_cost", who: "stage", what: "brief", count: 1_310_000, severity: "high" }],
  },
  "GET /v1/admin/security/limits": {
    hits: [attempt],
    limits: [
      { operationId: "askCode", per: "address", max: 20, seconds: 3_600 },
      { operationId: "askSignInPass", per: "address", max: 200, seconds: 900 },
    ],
  },
};
const security = (tab: string, state = tab): Example => ({
  paths: [`/admin/security?tab=${tab}&day=${day}`],
  state,
  bodies: {
    ...watching,
    "GET /v1/admin/ai": spending,
    [`GET /v1/admin/ai/days/${day}`]: spendingDay,
    [`GET /v1/admin/audit/days/${day}`]: {
      day,
      entries: 731,
      link: "0".repeat(64),
      expired: 3,
      exported: 700,
      findings: [{ kind: "deleted", where: "entry", position: 71 }],
    },
  },
});

/** What admins see of everybody's doings. */
export const securityExamples: Readonly<Record<string, readonly Example[]>> = {
  "/admin/security": [security("audit"), security("events"), security("limits"), security("ai")],
};
