import * as z from "zod";
import { Family } from "../garment/model.ts";
import { id } from "../kernel/id.ts";
import { Money } from "../kernel/money.ts";
import { MAX_LINES, Sku } from "../stock/model.ts";

/** Over what a limit counts: one order, or all of a person's orders of a day or a month of the calendar, UTC. */
export const Window = z.enum(["order", "day", "month"]);
export type Window = z.infer<typeof Window>;

/** The seats that buy. */
export const BuyingSeat = z.enum(["owner", "member"]);

const UserId = z.string().trim().min(1).max(60);

/** Whom a limit is for: everybody in such a seat, each by themselves, or one person. */
export const Who = z.union([z.strictObject({ seat: BuyingSeat }), z.strictObject({ userId: UserId })]);
export type Who = z.infer<typeof Who>;

/** The most that may be ordered in a window, of the named families or, without any, of everything. */
export const Limit = z.strictObject({
  who: Who,
  window: Window,
  max: Money.refine(({ amount }) => amount >= 0, "not less than nothing"),
  families: z.array(Family).max(Family.options.length),
});
export type Limit = z.infer<typeof Limit>;

export const MAX_LIMITS = 20;
export const MAX_APPROVERS = 10;

/** What an owner decides about the organisation's spending. */
export const Settings = z.strictObject({
  limits: z.array(Limit).max(MAX_LIMITS),
  /** Members who approve beside the owner. */
  approvers: z.array(UserId).max(MAX_APPROVERS),
  /** Whether every order needs the buyer's own purchase order number. */
  isPoRequired: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

/** What holds for an organisation that has decided nothing. */
export const unlimited: Settings = { limits: [], approvers: [], isPoRequired: false };

/** The number of the buyer's own purchase order, as their books have it. */
export const PoNumber = z.string().trim().min(1).max(40);

/** What a person ordered in a month: minor units by day of the month (`01` to `31`) and family. */
export const Sums = z.record(z.string().regex(/^\d{2}$/), z.record(z.string(), z.int()));
export type Sums = z.infer<typeof Sums>;

/** Where an approval stands; `void` and `expired` are derived, never stored. */
export const ApprovalState = z.enum(["asked", "approved", "declined", "used", "void", "expired"]);
export type ApprovalState = z.infer<typeof ApprovalState>;

/** What is asked for: the exact revision of a quote, the exact bid for a request, or the exact pieces at the exact price. */
export const Subject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("quote"), quoteId: id("quote"), revision: z.int().min(1) }),
  z.strictObject({ kind: z.literal("rfq"), rfqId: id("rfq"), supplierId: z.string().max(60), round: z.int().min(1) }),
  z.strictObject({
    kind: z.literal("stock"),
    productId: id("product"),
    lines: z
      .array(z.strictObject({ sku: Sku, quantity: z.int().min(1).max(100_000) }))
      .min(1)
      .max(MAX_LINES),
    unitPrice: Money,
  }),
]);
export type Subject = z.infer<typeof Subject>;

/** Days for which an approval of pieces from stock holds; that of a quote or a bid holds as long as its price. */
export const STOCK_DAYS = 7;

/** Approvals that are read together, newest first. */
export const MOST_APPROVALS = 50;

/** What somebody says when they ask or decide. */
export const Words = z.string().trim().min(2, "at least two letters").max(500);

/** Days for which the sums of a month are kept: an order that is given up later gives nothing back. */
export const SUMS_DAYS = 400;
