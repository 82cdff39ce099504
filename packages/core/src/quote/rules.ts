import { invalid } from "../kernel/error.ts";
import { applyBps, sum, usd } from "../kernel/money.ts";
import type { PricedQuote, QuoteLine } from "../pricing/model.ts";
import { average } from "../pricing/exact.ts";
import { REVIEW_CONFIDENCE_BPS, REVIEW_QUANTITY, REVIEW_TOTAL, type Edit, type ReviewReason } from "./model.ts";

/** Why a person looks at a price before it can be accepted; nothing for one that stands as it was computed. */
export function reviewReasons({ total, quantity, confidenceBps }: Pick<PricedQuote, "total" | "quantity" | "confidenceBps">): ReviewReason[] {
  const reasons: readonly [ReviewReason, boolean][] = [
    ["value", total.amount > REVIEW_TOTAL.amount],
    ["quantity", quantity > REVIEW_QUANTITY],
    ["confidence", confidenceBps < REVIEW_CONFIDENCE_BPS],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** What the platform's share is taken of: what is paid to others on the way bears none. */
const bearsFee = ({ key }: QuoteLine): boolean => key !== "platformFee" && key !== "freight" && key !== "duty";

const isFee = ({ key }: QuoteLine): boolean => key === "platformFee";

/** The lines with what was changed in them; the position of a line is its place in the revision that is named with the edit. */
function editedLines(lines: readonly QuoteLine[], { lines: changes = [] }: Edit): QuoteLine[] {
  for (const { position } of changes) {
    const line = lines[position];
    if (!line || isFee(line)) throw invalid("quote.line", "That is no line that can be changed", { position });
  }
  return lines.map((line, position) => {
    const change = changes.find((one) => one.position === position);
    return change ? { ...line, ruleId: "review.line", amount: usd(change.amount) } : line;
  });
}

/**
 * A price as it was edited by hand: named lines get other amounts (cents for the whole run), and the platform's share is `feeBps` of
 * all other lines but freight and duty, rounded half up; without `feeBps` it stays the amount it was. Deterministic, so that the
 * revision can be replayed from the price before and the edit. What anything else would cost is not known any more. Throws `quote.line` for a line that is
 * not there and `quote.total` when nothing would be left to pay.
 */
export function edited(priced: PricedQuote, edit: Edit): PricedQuote {
  const lines = editedLines(priced.lines, edit);
  const work = sum(lines.filter(bearsFee).map(({ amount }) => amount));
  const { feeBps } = edit;
  const withFee =
    feeBps === undefined
      ? lines
      : lines.map((line) =>
          isFee(line)
            ? { ...line, ruleId: "review.fee", label: `Platform fee, ${(feeBps / 100).toLocaleString("en-US")} %`, amount: applyBps(work, feeBps) }
            : line,
        );
  const total = sum(withFee.map(({ amount }) => amount));
  if (total.amount <= 0) throw invalid("quote.total", "Something must be left to pay", { field: "lines" });
  const { alternatives: _alternatives, ...same } = priced;
  return { ...same, lines: withFee, total, unitPrice: average(total, priced.quantity), breaks: [] };
}

/** Whether two prices say the same to whoever pays. */
export const isSamePrice = (a: PricedQuote, b: PricedQuote): boolean =>
  a.lines.length === b.lines.length && a.lines.every((line, place) => line.amount.amount === b.lines[place]?.amount.amount);
