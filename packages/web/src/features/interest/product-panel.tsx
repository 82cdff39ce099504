import { getProductInterest } from "@sleekapp/contracts/interest";
import type { ProductInterestView } from "@sleekapp/core/interest/view";
import { addDays, daysBetween } from "@sleekapp/core/kernel/calendar";
import { formatCount } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { DateOn } from "../../ui/value.tsx";
import { Funnel } from "./funnel.tsx";

/** How one listing did in the last thirty days. */
export function ProductInterest({ productId }: { readonly productId: string }) {
  const found = useRead(getProductInterest, { params: { productId } });
  return (
    <Panel title="The last 30 days" className="mt-6">
      {found.error && !found.data ? <ErrorPanel error={found.error} onRetry={() => void found.refetch()} /> : null}
      {!found.error && !found.data ? (
        <Loading label="Loading the figures">
          <SkeletonText lines={5} />
        </Loading>
      ) : null}
      {found.data ? (
        <div className="grid gap-8 lg:grid-cols-2">
          <Funnel counts={found.data.total} period="the last 30 days" />
          <Days interest={found.data} />
        </div>
      ) : null}
    </Panel>
  );
}

/** Views a day as columns, and the days on which anything happened as a table. */
function Days({ interest: { from, until, days } }: { readonly interest: ProductInterestView }) {
  const most = Math.max(1, ...days.map(({ views }) => views));
  const views = new Map(days.map((day) => [day.date, day.views]));
  const all = Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => addDays(from, index));
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <figure>
        <div aria-hidden="true" className="flex h-28 items-end gap-px border-b border-control">
          {all.map((on) => (
            <span
              key={on}
              title={`${on}: ${formatCount(views.get(on) ?? 0)}`}
              className="flex-1 rounded-t-control bg-indigo"
              style={{ height: `${((views.get(on) ?? 0) / most) * 100}%` }}
            />
          ))}
        </div>
        <figcaption className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-small text-ink-2">
          <DateOn on={from} short />
          <span>Views a day</span>
          <DateOn on={until} short />
        </figcaption>
      </figure>
      <details>
        <summary className="cursor-pointer text-small text-ink-2">As a table</summary>
        <div className="mt-2 overflow-x-auto">
          <table className="tnum w-full">
            <caption className="sr-only">Views, hearts and inquiries by day</caption>
            <thead>
              <tr className="border-b border-control text-small text-ink-2">
                {["Day", "Views", "Saved", "Inquiries"].map((name) => (
                  <th key={name} scope="col" className={`py-1.5 font-medium ${name === "Day" ? "text-left" : "pl-4 text-right"}`}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map(({ date, ...day }) => (
                <tr key={date} className="border-b border-line last:border-b-0">
                  <th scope="row" className="py-1.5 text-left font-normal">
                    <DateOn on={date} />
                  </th>
                  {[day.views, day.hearts, day.inquiries].map((figure, index) => (
                    <td key={index} className="py-1.5 pl-4 text-right">
                      {formatCount(figure)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
