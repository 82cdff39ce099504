import { type Invariant, itemsOf, type Row } from "./invariants/items.ts";
import * as engagement from "./invariants/engagement.ts";
import * as money from "./invariants/money.ts";
import * as orders from "./invariants/orders.ts";
import * as records from "./invariants/records.ts";
import * as spending from "./invariants/spending.ts";
import * as stock from "./invariants/stock.ts";
import * as suppliers from "./invariants/suppliers.ts";

const invariants: readonly Invariant[] = [records, money, orders, engagement, stock, spending, suppliers].flatMap((group) =>
  Object.values<Invariant>(group),
);

/** What does not hold of a table at rest, a sentence each: the items must be all of them, in plain values. */
export function checkInvariants(rows: readonly Row[]): readonly string[] {
  const items = itemsOf(rows);
  return invariants.flatMap((holds) => holds(items));
}
