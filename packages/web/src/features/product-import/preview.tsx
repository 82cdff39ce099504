import type { ImportView, PreviewView } from "@sleekapp/core/product-import/model";
import { formatCount } from "../../lib/money.ts";
import { EmptyState } from "../../ui/feedback.tsx";
import { Badge } from "../../ui/status.tsx";
import { lacks } from "./answers.ts";

const plural = (count: number, one: string, many: string): string => `${formatCount(count)} ${count === 1 ? one : many}`;

/** What would be made, as one sentence in three parts. */
export const summary = ({ creates, owns, waiting, rejections, isWhole }: PreviewView): string =>
  [
    ...(isWhole ? [] : ["This is a long file, of which the beginning was looked at; the rest is read when it starts. In the beginning"]),
    ...(creates > 0 || owns === 0 ? [plural(creates, "product will be made or changed", "products will be made or changed")] : []),
    ...(owns > 0 ? [plural(owns, "listing of yours is compared with the file", "listings of yours are compared with the file")] : []),
    ...(waiting.length > 0 ? [`${waiting.length === 50 ? "others wait" : plural(waiting.length, "waits", "wait")} for an answer`] : []),
    ...(rejections > 0 ? [plural(rejections, "row is left out", "rows are left out")] : []),
  ].join(", ");

type Made = PreviewView["create"][number];

function MadeProduct({ product }: { readonly product: Made }) {
  const derived = product.variants.filter((variant) => variant.isSkuDerived).length;
  return (
    <li>
      <details>
        <summary className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-sunken">
          <span className="font-medium">{product.title}</span>
          <span className="text-small text-ink-3">
            line {product.line}, {plural(product.variants.length, "variant", "variants")}, {plural(product.pictures, "picture", "pictures")}
            {derived > 0 ? ", SKUs derived" : ""}
          </span>
        </summary>
        <ul className="divide-y divide-line border-t border-line bg-sunken px-4">
          {product.variants.map((variant) => (
            <li key={variant.sku} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 text-small">
              <span>{variant.options || "One variant"}</span>
              <span className="flex flex-wrap items-center gap-2 break-all text-ink-2">
                {variant.sku}
                {variant.isSkuDerived ? <Badge>derived</Badge> : null}
                {variant.stock === undefined ? null : <span className="tnum text-ink-3">{formatCount(variant.stock)} in stock</span>}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** The products the file would make, each with its variants. */
export function WillBeMade({ preview }: { readonly preview: PreviewView }) {
  if (preview.create.length === 0 && preview.owns > 0)
    return <p className="px-4 py-3 text-ink-2">The file names listings of yours; check first to see which of them it would change.</p>;
  if (preview.create.length === 0)
    return <EmptyState title="Nothing would be made yet">Products appear here as soon as what they lack is answered.</EmptyState>;
  const more = preview.creates - preview.create.length;
  return (
    <>
      <ul aria-label="Products that will be made" className="divide-y divide-line">
        {preview.create.map((product) => (
          <MadeProduct key={product.handle} product={product} />
        ))}
      </ul>
      {more > 0 ? <p className="border-t border-line px-4 py-2.5 text-ink-2">The rest follows in the order of the file.</p> : null}
    </>
  );
}

/** Products that wait for an answer, and for which. */
export const Waiting = ({ waiting }: { readonly waiting: PreviewView["waiting"] }) => (
  <ul className="divide-y divide-line">
    {waiting.map((product) => (
      <li key={product.handle} className="flex flex-wrap justify-between gap-x-4 gap-y-1 px-4 py-2.5">
        <span>
          {product.title} <span className="text-small text-ink-3">line {product.line}</span>
        </span>
        <span className="text-small text-turmeric">lacks {lacks(product.lacks)}</span>
      </li>
    ))}
  </ul>
);

/** Rows that are left out, each with its line in the file and what is wrong with it. */
export const LeftOut = ({ rejected, all }: { readonly rejected: ImportView["rejected"]; readonly all: number }) => (
  <table className="w-full">
    <caption className={all > rejected.length ? "px-4 py-2 text-left text-ink-2" : "sr-only"}>
      {all > rejected.length ? `The first ${formatCount(rejected.length)} of ${formatCount(all)} rows left out; the report has all` : "Rows left out"}
    </caption>
    <thead>
      <tr className="border-b border-line text-left text-small text-ink-2">
        <th scope="col" className="px-4 py-2 font-medium">
          Line
        </th>
        <th scope="col" className="px-4 py-2 font-medium">
          Why it is left out
        </th>
      </tr>
    </thead>
    <tbody>
      {rejected.map((row, index) => (
        <tr key={index} className="border-b border-line align-baseline last:border-b-0">
          <th scope="row" className="tnum w-16 px-4 py-2 text-left font-medium">
            {row.line}
          </th>
          <td className="px-4 py-2">
            {row.message}
            {row.handle ? <span className="block text-small break-all text-ink-3">{row.handle}</span> : null}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
