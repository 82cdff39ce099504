import { listRates } from "@sleekapp/contracts/exchange";
import type { RateView } from "@sleekapp/core/exchange/model";
import { convert } from "@sleekapp/core/exchange/rules";
import { useCurrency } from "../../lib/currency.ts";
import { formatDate } from "../../lib/dates.ts";
import { type Money, formatMoney } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";

type Known = readonly (Omit<RateView, "isStale"> & { readonly isStale?: boolean })[];

/** The rate of the chosen currency: the one a quote was frozen with, or today's. Asks for nothing while none is chosen. */
function useRate(frozen: Known | undefined) {
  const currency = useCurrency();
  const { data } = useRead(listRates, {}, { enabled: currency !== undefined && frozen === undefined });
  const rates: Known = frozen ?? data?.items ?? [];
  return { currency, isRead: frozen !== undefined || data !== undefined, rate: rates.find((one) => one.currency === currency) };
}

type ApproxProps = {
  readonly money: Money;
  /** The rates a quote was frozen with; today's when left out. */
  readonly rates?: Known | undefined;
};

/** About how much an amount is in the currency chosen on this device; nothing while none is. It is a figure to read: US dollars are charged. */
export function Approx({ money, rates }: ApproxProps) {
  const { rate } = useRate(rates);
  if (!rate) return null;
  const words = `At ${rate.rate} ${rate.currency} for one US dollar, ${formatDate(rate.on)}, ${rate.source}${rate.isStale ? ", out of date" : ""}`;
  return (
    <span title={words} className="tnum block text-small whitespace-nowrap text-ink-3">
      about {formatMoney(convert(money, rate))}
      {rate.isStale ? " (rate out of date)" : null}
    </span>
  );
}

/** By which rate, of which day and from whom amounts are shown beside US dollars. */
export function RateNote({ rates }: Pick<ApproxProps, "rates">) {
  const { currency, rate, isRead } = useRate(rates);
  if (currency === undefined || !isRead) return null;
  if (!rate) return <p className="text-small text-ink-3">There is no rate of {currency} to show amounts by.</p>;
  return (
    <p className="text-small text-ink-3">
      About, at {rate.rate} {currency} for one US dollar of {formatDate(rate.on)} ({rate.source}
      {rates ? ", kept with this quote" : ""}
      {rate.isStale ? ", out of date" : ""}). US dollars are what you pay.
    </p>
  );
}
