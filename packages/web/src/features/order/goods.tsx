import { cellName } from "@sleekapp/core/stock/rules";
import { formatCount } from "../../lib/money.ts";
import { Note } from "../../ui/feedback.tsx";
import { TimeAt } from "../../ui/value.tsx";
import type { Order } from "./reads.ts";

type GoodsOf = NonNullable<Order["goods"]>;

/** Until when the pieces of an order wait for its deposit. */
export const HeldNote = ({ until }: { readonly until: string }) => (
  <Note tone="waiting">
    The pieces are held until <TimeAt at={until} />. If the deposit is not there by then, they go back on sale and the order is cancelled.
  </Note>
);

/** The pieces of an order from stock, a line for each size and colour. */
export const Goods = ({ goods: { lines } }: { readonly goods: GoodsOf }) => (
  <table className="tnum w-full">
    <caption className="sr-only">Pieces by size and colour</caption>
    <thead>
      <tr className="border-b border-line text-small text-ink-2">
        <th scope="col" className="py-1.5 text-left font-medium">
          Colour and size
        </th>
        <th scope="col" className="py-1.5 text-right font-medium">
          Pieces
        </th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={line.sku} className="border-b border-line last:border-b-0">
          <th scope="row" className="py-2 text-left font-normal">
            {cellName(line)}
            {line.code ? <span className="block text-small break-all text-ink-3">{line.code}</span> : null}
          </th>
          <td className="py-2 text-right">{formatCount(line.quantity)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
