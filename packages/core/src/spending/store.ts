import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { idFrom } from "../kernel/id.ts";
import { type Money, usd } from "../kernel/money.ts";
import { sha256 } from "../ports/crypto.ts";
import { readTogether } from "../table/together.ts";
import { changing, creating } from "../table/write.ts";
import { ApprovalRow, RulesRow, SpentRow } from "./entities.ts";
import { ApprovalState, MOST_APPROVALS, Settings, Subject, SUMS_DAYS, Sums } from "./model.ts";
import { keyOf } from "./rules.ts";

const Rules = Settings.extend({ orgId: z.string(), version: z.number() }).strip();
export type Rules = z.infer<typeof Rules>;

/** What an organisation decided, or undefined for one that never did; one request. */
export async function findRules(orgId: string): Promise<Rules | undefined> {
  const { data } = await RulesRow.get({ orgId }).go({ consistent: true });
  return data ? Rules.parse(data) : undefined;
}

/** The rules in the place of those that were shown; version 0 for an organisation that has none yet. */
export function rulesWrite(orgId: string, { limits, approvers, isPoRequired }: Settings, shown: number): TransactWriteItem {
  const row = { limits, approvers, isPoRequired };
  if (shown === 0) return creating(RulesRow.create({ orgId, ...row, version: 1 }));
  return changing(
    RulesRow.patch({ orgId })
      .set({ ...row, version: shown + 1 })
      .where(({ version }, { eq }) => eq(version, shown)),
  );
}

const Spent = z.object({ sums: Sums, version: z.number() });
export type Spent = z.infer<typeof Spent>;

export type Month = { readonly orgId: string; readonly month: string; readonly userId: string };

const Approval = z.object({
  approvalId: z.string(),
  ownerId: z.string(),
  subject: Subject,
  title: z.string(),
  family: z.string(),
  amount: z.number().transform(usd),
  state: ApprovalState,
  askedBy: z.string(),
  askedAt: z.string(),
  note: z.string().optional(),
  until: z.string(),
  decidedBy: z.string().optional(),
  decidedAt: z.string().optional(),
  answer: z.string().optional(),
  orderId: z.string().optional(),
  version: z.number(),
  isDemo: z.boolean().optional(),
});
export type Approval = z.infer<typeof Approval>;

/** The id of the one approval that an organisation can have of this exact thing. */
export const approvalIdOf = (ownerId: string, subject: Subject): string => idFrom("approval", 0, sha256(`${ownerId} ${keyOf(subject)}`));

/** What a person ordered in a month, and the approval of what they want to order now; one request. */
export async function findSpentAnd(month: Month, approvalId: string): Promise<{ readonly spent?: Spent; readonly approval?: Approval }> {
  const [spent, approval] = await readTogether([SpentRow.get(month), ApprovalRow.get({ approvalId })], { isStrong: true });
  return { ...(spent ? { spent: Spent.parse(spent) } : {}), ...(approval ? { approval: Approval.parse(approval) } : {}) };
}

export async function findSpent(month: Month): Promise<Spent | undefined> {
  const { data } = await SpentRow.get(month).go({ consistent: true });
  return data ? Spent.parse(data) : undefined;
}

const DAY_SECONDS = 86_400;

/** The sums of a month from the version that was read; refused when another order of the person came first. */
export function spentWrite(month: Month, before: Spent | undefined, sums: Sums): TransactWriteItem {
  const ttl = Math.floor(Date.parse(`${month.month}-01T00:00:00.000Z`) / 1000) + SUMS_DAYS * DAY_SECONDS;
  if (!before) return creating(SpentRow.create({ ...month, sums, version: 1, ttl }));
  return changing(
    SpentRow.patch(month)
      .set({ sums, version: before.version + 1 })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
}

export async function findApproval(approvalId: string): Promise<Approval | undefined> {
  const { data } = await ApprovalRow.get({ approvalId }).go({ consistent: true });
  return data ? Approval.parse(data) : undefined;
}

/** What was asked for in an organisation, newest first; one request. */
export async function listApprovals(ownerId: string): Promise<readonly Approval[]> {
  const { data } = await ApprovalRow.query.byOwner({ ownerId }).go({ limit: MOST_APPROVALS, order: "desc" });
  return data.map((row) => Approval.parse(row));
}

export type Asked = Pick<Approval, "ownerId" | "subject" | "title" | "family" | "askedBy" | "askedAt" | "until"> & {
  readonly amount: Money;
  readonly note?: string;
  readonly isDemo?: true;
};

/** Somebody asks, for the first time or again after it was declined, used or ran out. */
export function askWrite({ amount, ...asked }: Asked, before: Approval | undefined): TransactWriteItem {
  const approvalId = approvalIdOf(asked.ownerId, asked.subject);
  const row = { ...asked, amount: amount.amount, currency: amount.currency, state: "asked" };
  if (!before) return creating(ApprovalRow.create({ approvalId, ...row, version: 1 }));
  return changing(
    ApprovalRow.patch({ approvalId })
      .set({ ...row, version: before.version + 1 })
      .remove(["decidedBy", "decidedAt", "answer", "orderId", ...(asked.note === undefined ? (["note"] as const) : [])])
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
}

type Move = {
  readonly state: ApprovalState;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  readonly answer?: string;
  readonly orderId?: string;
};

/** Moves an approval from the version that was read: it is decided once, and used once. */
export const approvalWrite = (before: Approval, move: Move): TransactWriteItem =>
  changing(
    ApprovalRow.patch({ approvalId: before.approvalId })
      .set({ ...move, version: before.version + 1 })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
