import type { CountsView } from "@sleekapp/core/interest/view";
import { funnel } from "@sleekapp/core/interest/rules";
import { formatCount } from "../../lib/money.ts";

const names: Readonly<Record<keyof CountsView, string>> = {
  views: "Views",
  hearts: "Saved",
  inquiries: "Inquiries",
  quotes: "Quotes",
  orders: "Orders",
  hovers: "Looked closer in the catalogue",
  swatches: "Looked through the pictures",
  quotePresses: "Went on to a quote of their own",
  shares: "Copied the address",
};

const others = ["hovers", "swatches", "quotePresses", "shares"] as const;

/** From looking to buying: a bar for each step, as long as its figure, and every figure as a table. */
export function Funnel({ counts, period }: { readonly counts: CountsView; readonly period: string }) {
  const most = Math.max(1, ...funnel.map((step) => counts[step]));
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-2">
        {funnel.map((step) => (
          <li key={step} className="grid grid-cols-[6rem_4rem_1fr] items-center gap-3">
            <span className="text-ink-2">{names[step]}</span>
            <span className="tnum text-right font-semibold">{formatCount(counts[step])}</span>
            <span aria-hidden="true" className="h-3 rounded-full bg-sunken">
              <span className="block h-3 rounded-full bg-indigo" style={{ width: `${(counts[step] / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary className="cursor-pointer text-small text-ink-2">As a table</summary>
        <table className="tnum mt-2 w-full max-w-md">
          <caption className="sr-only">{`What was counted, ${period}`}</caption>
          <tbody>
            {[...funnel, ...others].map((count) => (
              <tr key={count} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  {names[count]}
                </th>
                <td className="py-1.5 text-right">{formatCount(counts[count])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
