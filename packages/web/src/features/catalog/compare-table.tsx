import type { ProductPage } from "@sleekapp/core/product/view";
import { clsx } from "clsx";
import { Button, Link } from "../../ui/button.tsx";
import { compareRows } from "./compare-rows.ts";
import { ProductPicture } from "./picture.tsx";

type CompareTableProps = { readonly products: readonly ProductPage[]; readonly quantity: number; readonly onDrop: (slug: string) => void };

const first = "sticky left-0 z-1 w-28 bg-bg py-3 pr-4 text-left align-top print:static";

/** Products side by side; on a narrow screen it scrolls within itself and the names of the lines stay. */
export function CompareTable({ products, quantity, onDrop }: CompareTableProps) {
  return (
    <div tabIndex={0} role="region" aria-label="Comparison, scrolls sideways" className="overflow-x-auto print:overflow-visible">
      <table className="tnum w-full min-w-max sm:min-w-0 print:min-w-0 print:break-inside-auto">
        <caption className="sr-only">Products side by side</caption>
        <thead>
          <tr className="border-b border-control">
            <td className={first} />
            {products.map((product) => (
              <th key={product.productId} scope="col" className="w-52 max-w-52 py-3 pr-5 text-left align-top font-medium">
                <span className="mb-3 block aspect-4/5 w-32 print:w-16 overflow-hidden rounded-panel border border-line bg-sunken">
                  <ProductPicture picture={product.pictures[0]} colours={product.colours} sizes="8rem" />
                </span>
                <Link to={`/catalog/${product.slug}`} className="block w-fit">
                  {product.title}
                </Link>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Take out ${product.title}`}
                  onClick={() => onDrop(product.slug)}
                  className="mt-1 -ml-3"
                >
                  Take out
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareRows(products, quantity).map(({ label, values, differs }) => (
            <tr key={label} className="border-b border-line align-top">
              <th scope="row" className={clsx(first, "font-normal text-ink-2")}>
                {label}
                {differs ? <span className="block text-small font-medium text-indigo">Differs</span> : null}
              </th>
              {values.map((value, index) => (
                <td key={products[index]?.productId} className={clsx("w-52 max-w-52 py-3 pr-5 break-words", differs && "font-medium")}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
