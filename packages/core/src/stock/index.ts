import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { ProductSearch } from "../ports/product-search.ts";
import * as Product from "../product/index.ts";
import { commit } from "../table/commit.ts";
import { Service } from "../table/table.ts";
import { Counted } from "./event.ts";
import { Cell, Code, MAX_LINES, MAX_PIECES, skuOf } from "./model.ts";
import { StockRow } from "./entities.ts";
import * as policy from "./policy.ts";
import { cellName, cellsOf, isSoldOut, none } from "./rules.ts";
import * as store from "./store.ts";
import type { ReadyView, StockLine, StockView } from "./view.ts";

export { Counted } from "./event.ts";
export type { Info } from "./store.ts";
export { list as rowsOf } from "./store.ts";

const ById = z.strictObject({ productId: id("product") });

const page = new Service({ product: Product.ProductRow, stock: StockRow });

/** A listing and everything it has a stock of, in one request: they lie side by side. */
export async function withListing(productId: string): Promise<{ readonly product: Product.Info | undefined; readonly rows: readonly store.Info[] }> {
  const { data } = await page.collections.productPage({ productId }).go({ limit: store.MOST + 1, consistent: true });
  const [product] = data.product;
  return { product: product && Product.productIn(product), rows: data.stock.map(store.stockIn) };
}

async function load({ productId }: { productId: string }) {
  const { product, rows } = await withListing(productId);
  return product ? { orgId: product.orgId, product, rows } : undefined;
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

const lineOf = ({ sku, size, colour, code, onHand, reserved, sellable }: store.Info): StockLine => ({
  sku,
  size,
  colour,
  ...(code ? { code } : {}),
  onHand,
  reserved,
  sellable,
});

/** The table of a listing: its combinations in its own order, then what is left of those that it is not made in any more. */
function viewOf(product: Product.Info, rows: readonly store.Info[]): StockView {
  const known = new Map(rows.map((row) => [row.sku, row]));
  const cells = cellsOf(product.draft).map((cell): StockLine => {
    const row = known.get(skuOf(cell));
    known.delete(skuOf(cell));
    return row ? lineOf(row) : { ...cell, sku: skuOf(cell), ...none };
  });
  const left = [...known.values()].filter(({ onHand }) => onHand > 0).map(lineOf);
  return { productId: product.productId, isSoldOut: isSoldOut(rows), items: [...cells, ...left] };
}

/** The stock of a listing for its supplier or the platform. */
export const get = action({ name: "stock.get", effect: "read", input: ById, load, policy: policy.read }, async ({ record: { product, rows } }) =>
  viewOf(product, rows),
);

const Count = Cell.extend({
  onHand: z.int().min(0).max(MAX_PIECES),
  /** What the supplier saw there; where it is not what is there any more, the count is refused. */
  seen: z.int().min(0).optional(),
  code: Code.optional(),
});

const Counting = ById.extend({ lines: z.array(Count).min(1).max(MAX_LINES) });
type Count = z.output<typeof Count>;

function countOf({ product, rows }: Loaded, line: Count) {
  const { size, colour, onHand, code } = line;
  const sku = skuOf(line);
  const before = rows.find((row) => row.sku === sku);
  const changed = () => conflict("stock.changed", `${cellName(line)} was sold or counted meanwhile; read the stock again`, { sku });
  if (line.seen !== undefined && line.seen !== (before?.onHand ?? 0)) throw changed();
  if (before && line.onHand < before.reserved)
    throw conflict("stock.held", `${before.reserved} pieces of ${cellName(line)} are held for buyers who are paying now`, {
      sku,
      reserved: before.reserved,
    });
  const { productId, orgId } = product;
  const write = before
    ? store.countWrite(before, line, nowIso())
    : store.createWrite({ productId, orgId, sku, size, colour, onHand, code }, nowIso());
  const was = before ?? { ...none, productId, orgId, sku, size, colour };
  const more = onHand - was.onHand;
  const after: store.Info = { ...was, ...(code ? { code } : {}), onHand, sellable: was.sellable + more };
  return { sku, write, more, after, changed };
}

/**
 * Sets how many pieces of the named combinations are in the house, held ones included; the others stay. All or nothing. Throws
 * `stock.changed` when pieces were sold or counted since they were `seen`, `stock.held` when fewer would be there than are held, and
 * `stock.twice` for a combination that is named twice.
 */
export const setOnHand = action(
  { name: "stock.set_on_hand", effect: "command", input: Counting, load, policy: policy.write },
  async ({ input, record }) => {
    const { product, rows } = record;
    const counts = input.lines.map((line) => countOf(record, line));
    const after = new Map([...rows.map((row) => [row.sku, row] as const), ...counts.map((count) => [count.sku, count.after] as const)]);
    if (new Set(counts.map(({ sku }) => sku)).size < counts.length) throw invalid("stock.twice", "Name every size and colour once");
    const pieces = counts.reduce((sum, { more }) => sum + more, 0);
    const { productId, orgId } = product;
    return commit({
      about: productId,
      writes: counts.map(({ write }) => write),
      events: [Counted({ productId, orgId, cells: counts.length, pieces })],
      changed: {
        before: Object.fromEntries(counts.map(({ sku }) => [sku, rows.find((row) => row.sku === sku)?.onHand ?? 0])),
        after: Object.fromEntries(counts.map((count) => [count.sku, count.after.onHand])),
      },
      reply: viewOf(product, [...after.values()]),
      refused: (index) => counts[index]?.changed() ?? conflict("stock.changed", "The stock changed meanwhile; read it again"),
    });
  },
);

const BySlug = z.strictObject({ slug: z.string().max(120) });

async function loadReady({ slug }: z.output<typeof BySlug>) {
  const page = await ProductSearch.use().get(slug);
  return page && { page, rows: await store.list(page.productId, { consistent: false }) };
}

/** What can be bought from stock of a listing in the catalogue, by size and colour. */
export const ready = action(
  { name: "stock.ready", effect: "read", input: BySlug, load: loadReady, policy: policy.browse },
  async ({ record: { page, rows } }): Promise<ReadyView> => {
    const known = new Map(rows.map((row) => [row.sku, row]));
    const items = cellsOf(page).flatMap((cell) => {
      const row = known.get(skuOf(cell));
      return row ? [{ ...cell, sku: row.sku, sellable: row.sellable }] : [];
    });
    return { productId: page.productId, isSoldOut: isSoldOut(items), items };
  },
);
