import { margin } from "@sleekapp/core/assignment/rules";
import { usd } from "@sleekapp/core/kernel/money";
import { clsx } from "clsx";
import { formatMoney, formatRate } from "../../lib/money.ts";

/** What is left for the platform at this price: the buyer's total less the supplier's price. */
export function MarginLine({ buyerTotal, price }: { readonly buyerTotal: number; readonly price: number | undefined }) {
  const left = price === undefined ? undefined : margin(usd(buyerTotal), usd(price));
  return (
    <p role="status" className="tnum flex flex-wrap justify-between gap-x-6">
      <span className="text-ink-2">Buyer pays {formatMoney(usd(buyerTotal))}</span>
      {left ? (
        <span className={clsx("font-semibold", left.amount < 0 && "text-madder")}>
          {left.amount < 0 ? "Loss" : "Margin"} {formatMoney(usd(Math.abs(left.amount)))} ({formatRate(left.bps)})
        </span>
      ) : (
        <span className="text-ink-3">The margin follows from the price</span>
      )}
    </p>
  );
}
