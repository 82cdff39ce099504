import type { QuoteView } from "@sleekapp/core/quote/view";
import type { PricedQuote } from "@sleekapp/core/pricing/model";
import { type Money, formatCount, formatRate } from "../../lib/money.ts";
import { Approx, RateNote } from "../currency/approx.tsx";
import { Amount, Facts, Ledger } from "../../ui/value.tsx";
import { lineNames } from "@sleekapp/core/pricing/words";

type QuoteBreakdownProps = { readonly rates?: QuoteView["rates"]; readonly priced: PricedQuote; readonly deposit: Money; readonly balance: Money };

/** Every line of a price down to the total, then what is paid when. */
export function QuoteBreakdown({ priced, deposit, balance, rates }: QuoteBreakdownProps) {
  const { lines, total, unitPrice, quantity, confidenceBps } = priced;
  return (
    <div className="flex flex-col gap-5">
      <Ledger
        lines={lines.map((line) => ({ label: lineNames[line.key], note: line.label, money: line.amount }))}
        total={{ label: `Total for ${formatCount(quantity)} pieces`, money: total }}
      />
      <div className="text-right empty:hidden">
        <Approx money={total} rates={rates} />
      </div>
      <Facts
        facts={[
          {
            label: "Average a piece",
            value: (
              <>
                <Amount money={unitPrice} strong />
                <Approx money={unitPrice} rates={rates} />
              </>
            ),
          },
          { label: "Deposit, when you accept", value: <Amount money={deposit} /> },
          { label: "Balance, after inspection", value: <Amount money={balance} /> },
          { label: "Confidence in this price", value: <span className="tnum">{formatRate(confidenceBps)}</span> },
        ]}
      />
      <RateNote rates={rates} />
      {(priced.doubts ?? []).length > 0 ? (
        <p className="text-small text-ink-2">What lowers the confidence: {(priced.doubts ?? []).join("; ")}.</p>
      ) : null}
    </div>
  );
}
