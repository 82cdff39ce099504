import * as z from "zod";
import { Party } from "../invoice/document.ts";
import { compare, Money, sum } from "../kernel/money.ts";
import { balanceOfPrice, depositOf } from "../ledger/rules.ts";
import { type Brief, type PricedDelivery, type PricedQuote } from "../pricing/model.ts";
import { briefFacts, lineNames } from "../pricing/words.ts";
import * as Terms from "../terms/index.ts";

const Text = z.string().min(1).max(300);
const Told = z.strictObject({ label: Text, text: z.string().min(1).max(2_200) });

/**
 * Everything the PDF of a revision shows: it is set from this alone, so that the same revision gives the same bytes. Amounts in
 * cents; the total is the exact sum of the lines, deposit and balance are the total.
 */
export const QuoteDocument = z
  .strictObject({
    reference: Text,
    revision: z.int().min(1),
    title: Text,
    /** The day the revision was made, and the last day its price holds. */
    madeOn: z.iso.date(),
    validUntilOn: z.iso.date(),
    seller: Party,
    buyer: Party,
    brief: z.array(Told).max(20),
    lines: z
      .array(z.strictObject({ name: Text, label: Text, amount: Money }))
      .min(1)
      .max(40),
    total: Money,
    /** The average a piece, rounded half up for display. */
    unitPrice: Money,
    quantity: z.int().min(1),
    deposit: Money,
    balance: Money,
    stages: z.array(z.strictObject({ name: Text, days: z.int().min(0) })).max(20),
    totalDays: z.int().min(0),
    /** Freight, duty and tax: what of them is in the price. */
    delivery: z.array(Told).max(6),
    assumptions: z.array(z.string().min(1).max(600)).max(40),
    terms: z.array(z.string().min(1).max(1_000)).max(6),
  })
  .refine(({ lines, total }) => compare(sum(lines.map(({ amount }) => amount)), total) === 0, {
    path: ["total"],
    message: "The total is not the sum of the lines",
  })
  .refine(({ deposit, balance, total }) => compare(sum([deposit, balance]), total) === 0, {
    path: ["balance"],
    message: "Deposit and balance are not the total",
  });
export type QuoteDocument = z.infer<typeof QuoteDocument>;

/** Who offers: the platform's own company, as its invoices name it. */
const seller: Party = { name: "SleekApp", address: ["Sleek Apparels", "Dhaka, Bangladesh"] };

const parts = { included: "Included", not_included: "Not included" } as const;

/** A quote that names no way of delivery ends at the factory: nothing of the way is in its price. */
const deliveryOf = (delivery: PricedDelivery | undefined) => [
  { label: "Freight", text: parts[delivery?.freight ?? "not_included"] },
  { label: "Duty", text: parts[delivery?.duty ?? "not_included"] },
  { label: "Taxes of the destination", text: parts.not_included },
];

type Facts = {
  readonly quoteId: string;
  readonly revision: number;
  readonly title: string;
  readonly madeAt: string;
  readonly validUntil: string;
  readonly brief: Brief;
  readonly priced: PricedQuote;
  readonly buyer: Party;
};

/** The document of one revision: its lines and sums are those that were kept, to the cent. */
export function documentOf({ quoteId, revision, title, madeAt, validUntil, brief, priced, buyer }: Facts): QuoteDocument {
  const { lines, total, unitPrice, quantity, leadTime, assumptions, delivery } = priced;
  return QuoteDocument.parse({
    reference: quoteId.slice(-8).toUpperCase(),
    revision,
    title,
    madeOn: madeAt.slice(0, 10),
    validUntilOn: validUntil.slice(0, 10),
    seller,
    buyer,
    brief: briefFacts(brief).map(({ label, text }) => ({ label, text })),
    lines: lines.map(({ key, label, amount }) => ({ name: lineNames[key], label, amount })),
    total,
    unitPrice,
    quantity,
    deposit: depositOf(total),
    balance: balanceOfPrice(total),
    stages: leadTime.stages.map(({ name, days }) => ({ name, days })),
    totalDays: leadTime.totalDays,
    delivery: deliveryOf(delivery),
    assumptions,
    terms: [
      `The price holds until the last day named above, in UTC. It becomes an order when the buyer accepts this revision under the terms of sale ${Terms.current.version}.`,
      "The deposit is due on acceptance, before work begins; the balance after the goods have passed inspection, before they are shipped.",
    ],
  });
}
