import type { LineKey, PricedQuote } from "@sleekapp/core/pricing/model";
import { type Money, formatCount, formatRate } from "../../lib/money.ts";
import { Amount, Facts, Ledger } from "../../ui/value.tsx";

const kinds: Readonly<Record<LineKey, string>> = {
  base: "Base",
  fabric: "Fabric",
  gauge: "Gauge",
  complexity: "Complexity",
  customisation: "Customisation",
  packaging: "Packing",
  sizes: "Sizes",
  sourcing: "Sourcing",
  volume: "Volume",
  lowMoq: "Small run",
  rush: "Schedule",
  sampling: "Sample",
  platformFee: "Platform fee",
  freight: "Freight",
  duty: "Duty",
};

type QuoteBreakdownProps = { readonly priced: PricedQuote; readonly deposit: Money; readonly balance: Money };

/** Every line of a price down to the total, then what is paid when. */
export function QuoteBreakdown({ priced, deposit, balance }: QuoteBreakdownProps) {
  const { lines, total, unitPrice, quantity, confidenceBps } = priced;
  return (
    <div className="flex flex-col gap-5">
      <Ledger
        lines={lines.map((line) => ({ label: kinds[line.key], note: line.label, money: line.amount }))}
        total={{ label: `Total for ${formatCount(quantity)} pieces`, money: total }}
      />
      <Facts
        facts={[
          { label: "Average a piece", value: <Amount money={unitPrice} strong /> },
          { label: "Deposit, when you accept", value: <Amount money={deposit} /> },
          { label: "Balance, after inspection", value: <Amount money={balance} /> },
          { label: "Confidence in this price", value: <span className="tnum">{formatRate(confidenceBps)}</span> },
        ]}
      />
    </div>
  );
}
