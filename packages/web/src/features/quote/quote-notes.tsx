import type { PricedQuote } from "@sleekapp/core/pricing/model";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { clsx } from "clsx";
import { formatCount } from "../../lib/money.ts";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Amount } from "../../ui/value.tsx";

/** The same brief at other quantities; the quoted one is marked in words. */
export function PriceBreaks({ priced: { breaks, quantity, unitPrice, total } }: { readonly priced: PricedQuote }) {
  const rows = [...breaks.filter((one) => one.quantity !== quantity), { quantity, unitPrice, total }].toSorted((a, b) => a.quantity - b.quantity);
  return (
    <table className="tnum w-full">
      <caption className="sr-only">The same brief at other quantities</caption>
      <thead>
        <tr className="border-b border-control text-small text-ink-2">
          <th scope="col" className="py-2 pr-4 text-left font-medium">
            Pieces
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-medium">
            A piece
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            In all
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.quantity} className={clsx("border-b border-line last:border-b-0", row.quantity === quantity && "font-semibold")}>
            <th scope="row" className={clsx("py-2 pr-4 text-left", row.quantity === quantity ? "font-semibold" : "font-normal")}>
              {formatCount(row.quantity)}
              {row.quantity === quantity ? <span className="ml-2 text-small font-normal text-indigo">this quote</span> : null}
            </th>
            <td className="py-2 pr-4 text-right">
              <Amount money={row.unitPrice} />
            </td>
            <td className="py-2 text-right">
              <Amount money={row.total} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Points = ({ items }: { readonly items: readonly string[] }) => (
  <ul className="list-disc space-y-1.5 pl-5 marker:text-ink-3">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

/** What the price takes for granted. */
export const Assumptions = ({ priced }: { readonly priced: PricedQuote }) => <Points items={priced.assumptions} />;

type CommentaryProps = {
  readonly analysis: QuoteView["analysis"];
  /** True while the commentary may still come; afterwards its absence is not mentioned. */
  readonly awaited: boolean;
};

/** What a model wrote about the quote: words beside the price, never a part of it. */
export function Commentary({ analysis, awaited }: CommentaryProps) {
  if (!analysis && !awaited) return null;
  return (
    <section
      aria-label="Commentary"
      data-print={analysis ? undefined : "none"}
      className="rounded-panel border border-l-3 border-line border-l-sky bg-surface px-4 py-4 sm:px-5"
    >
      <h2 className="text-read font-semibold">Commentary</h2>
      <div className="mt-2 flex flex-col gap-3 text-ink-2">
        {analysis ? (
          <>
            <p>{analysis.summary}</p>
            <Part title="What could be cheaper or faster" items={analysis.suggestions} />
            <Part title="What to watch" items={analysis.risks} />
            <p className="text-small text-ink-3">
              Written by {analysis.source === "model" ? "a language model" : "rule"} from the brief and the price. It changes nothing in either.
            </p>
          </>
        ) : (
          <Loading label="The commentary is being written">
            <SkeletonText lines={3} />
          </Loading>
        )}
      </div>
    </section>
  );
}

const Part = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) =>
  items.length === 0 ? null : (
    <div>
      <h3 className="mb-1 text-small font-medium text-ink">{title}</h3>
      <Points items={items} />
    </div>
  );
