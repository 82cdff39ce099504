import { familyNames } from "@sleekapp/core/garment/model";
import type { Limit, Window } from "@sleekapp/core/spending/model";
import type { Breach } from "@sleekapp/core/spending/rules";
import type { ApprovalView } from "@sleekapp/core/spending/view";
import { formatMoney } from "../../lib/money.ts";
import type { Tone } from "../../ui/status.tsx";

/** What each window is called where a limit is chosen. */
export const windowNames: Readonly<Record<Window, string>> = { order: "For one order", day: "In a day", month: "In a month" };

const within: Readonly<Record<Window, string>> = { order: "for one order", day: "a day", month: "a month" };

/** What a limit says, without whom it is for. */
export function limitText({ max, window, families }: Pick<Limit, "max" | "window" | "families">): string {
  const what = families.length === 0 ? "" : ` of ${families.map((family) => familyNames[family].toLowerCase()).join(", ")}`;
  return `${formatMoney(max)} ${within[window]}${what}`;
}

/** By how much an order passes a limit, and what counts to it already. */
export function breachText({ limit, spent, over }: Breach): string {
  const before = spent.amount > 0 ? `, of which ${formatMoney(spent)} is ordered` : "";
  return `Your limit is ${limitText(limit)}${before}. This is ${formatMoney(over)} more.`;
}

type State = ApprovalView["state"];

/** Where an approval stands, in a word. */
export const stateNames: Readonly<Record<State, { readonly tone: Tone; readonly text: string }>> = {
  asked: { tone: "waiting", text: "Waits for an answer" },
  approved: { tone: "done", text: "Approved" },
  declined: { tone: "late", text: "Declined" },
  used: { tone: "neutral", text: "Ordered" },
  void: { tone: "late", text: "Void: it was changed" },
  expired: { tone: "late", text: "Run out" },
};

/** Where what was asked for can be looked at and ordered. */
export function placeOf({ subject }: Pick<ApprovalView, "subject">): string | undefined {
  if (subject.kind === "quote") return `/app/quotes/${subject.quoteId}`;
  return subject.kind === "rfq" ? `/app/quotes/${subject.rfqId}` : undefined;
}
