import type { InvoiceLine } from "./document.ts";
import { addDays, type CalendarDate } from "../kernel/calendar.ts";
import { compare, type Money, subtract } from "../kernel/money.ts";
import type { Purpose } from "../payment/model.ts";

/** Invoices are due a week after they are issued, as the seed had it. */
export const DUE_DAYS = 7;

/** One gap-free series a calendar year, in UTC. */
export const seriesOf = (issuedOn: CalendarDate): string => `INV-${issuedOn.slice(0, 4)}`;

/** `INV-2026-000042`. */
export const numberIn = (series: string, position: number): string => `${series}-${String(position).padStart(6, "0")}`;

export const dueOn = (issuedOn: CalendarDate): CalendarDate => addDays(issuedOn, DUE_DAYS);

type Agreed = {
  readonly title: string;
  readonly total: Money;
  readonly deposit: Money;
  readonly lines: readonly { readonly label: string; readonly amount: Money }[];
};

export type Figures = {
  readonly lines: InvoiceLine[];
  readonly total: Money;
  readonly paid: { label: string; amount: Money }[];
  readonly due: Money;
};

/** What an invoice bills: the deposit as one line, or every line of the price less what has come in, which is the deposit or all of it. */
export function figures(agreed: Agreed, purpose: Purpose, received: Money): Figures {
  if (purpose === "deposit") {
    const line = {
      description: `Deposit of 30 % on ${agreed.title}`,
      detail: "Three tenths of the agreed price, due before work begins",
      amount: agreed.deposit,
    };
    return { lines: [line], total: agreed.deposit, paid: [], due: agreed.deposit };
  }
  return {
    lines: agreed.lines.map(({ label, amount }) => ({ description: label, amount })),
    total: agreed.total,
    paid: received.amount > 0 ? [{ label: compare(received, agreed.total) < 0 ? "Deposit paid" : "Paid in full", amount: received }] : [],
    due: subtract(agreed.total, received),
  };
}

const countries = new Intl.DisplayNames("en-GB", { type: "region" });

/** A country in words, as carriers and customs want it on paper; what is no two-letter code stays as it is. */
export const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);
