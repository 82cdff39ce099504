import * as z from "zod";
import { compare, Money, subtract, sum, times } from "../kernel/money.ts";

const Line = z.string().min(1).max(200);

/** A company or person as it stands on paper: the name, then the address line by line. */
export const Party = z.strictObject({
  name: Line,
  address: z.array(Line).max(8),
  /** The tax or company number with its own label, as `VAT DK 12345678`. */
  registration: Line.optional(),
});
export type Party = z.infer<typeof Party>;

/** One position; where it has a quantity and a price for each, their product is its amount. */
export const InvoiceLine = z
  .strictObject({
    description: z.string().min(1).max(500),
    detail: z.string().min(1).max(1_000).optional(),
    quantity: z.int().min(1).optional(),
    unitPrice: Money.optional(),
    amount: Money,
  })
  .refine(
    ({ quantity, unitPrice, amount }) => quantity === undefined || unitPrice === undefined || compare(times(unitPrice, quantity), amount) === 0,
    {
      path: ["amount"],
      message: "The amount is not the quantity times the price",
    },
  );
export type InvoiceLine = z.infer<typeof InvoiceLine>;

/**
 * Everything an invoice shows, frozen when it is issued: the PDF is set from this alone, so it can be set again at any time.
 * Amounts in cents; the total is the exact sum of the lines, what is due is the total less what was paid before.
 */
export const InvoiceDocument = z
  .strictObject({
    purpose: z.enum(["deposit", "balance"]),
    number: Line,
    series: Line,
    orderNumber: Line,
    /** The number of the buyer's own purchase order. */
    poNumber: Line.optional(),
    issuedOn: z.iso.date(),
    dueOn: z.iso.date(),
    seller: Party,
    buyer: Party,
    shipTo: Party.optional(),
    lines: z.array(InvoiceLine).min(1).max(200),
    total: Money,
    paid: z.array(z.strictObject({ label: Line, amount: Money })).max(20),
    due: Money,
    /** Terms of payment and delivery, a paragraph each. */
    terms: z.array(z.string().min(1).max(2_000)).max(12),
    /** The small print at the foot of each page. */
    legal: z.array(z.string().min(1).max(500)).max(4),
  })
  .refine(({ lines, total }) => compare(sum(lines.map(({ amount }) => amount)), total) === 0, {
    path: ["total"],
    message: "The total is not the sum of the lines",
  })
  .refine(({ total, paid, due }) => compare(subtract(total, sum(paid.map(({ amount }) => amount))), due) === 0, {
    path: ["due"],
    message: "What is due is not the total less what was paid",
  });
export type InvoiceDocument = z.infer<typeof InvoiceDocument>;
