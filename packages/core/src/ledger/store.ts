import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type Rows, rowsOf } from "../table/collection.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { creating } from "../table/write.ts";
import { Posting } from "./model.ts";
import { isOfCustomer } from "./rules.ts";

/** Postings of one order, immutable; the key makes the same reason bookable once. */
const postings = <C extends string>(collection: C) =>
  entity({
    model: { entity: "posting", version: "1", service: SERVICE },
    attributes: {
      orderId: { type: "string", required: true },
      key: { type: "string", required: true },
      kind: { type: "string", required: true },
      lines: { type: "any", required: true },
      at: { type: "string", required: true },
    },
    indexes: {
      primary: {
        collection,
        pk: { field: keys.primary.pk, composite: ["orderId"], casing: "none" },
        sk: { field: keys.primary.sk, composite: ["key"], casing: "none" },
      },
    },
  } as const);

/** What came from the customer and went back; it stands with the buyer's money, where no supplier's price is. */
const CustomerRow = postings("buyerSide");
/** What the platform and the supplier have of it. */
const PlatformRow = postings("ledger");

/** The row of a posting, refused when this reason has been booked before. */
export const postingWrite = (posting: Posting): TransactWriteItem =>
  creating((isOfCustomer(posting) ? CustomerRow : PlatformRow).create({ ...posting, lines: [...posting.lines] }));

const stored = (row: Readonly<Record<string, unknown>>): Posting =>
  Posting.parse({ orderId: row["orderId"], key: row["key"], kind: row["kind"], lines: row["lines"], at: row["at"] });

/** The customer's postings among what was read of the buyer's side. */
export const customerPostingsIn = (buyerSide: Rows): readonly Posting[] => buyerSide.of("posting").map(stored);

/** The platform's side of an order's money in one request: what was booked beside the customer's postings, and disputes. */
export const platformSideOf = (orderId: string): Promise<Rows> => rowsOf(orderId, "ledger");

/** The platform's postings among what was read of its side. */
export const platformPostingsIn = (platformSide: Rows): readonly Posting[] => platformSide.of("posting").map(stored);
