import { s3Snapshot } from "@sleekapp/core/adapters/aws/s3-snapshot";
import { snapshotSearch } from "@sleekapp/core/adapters/minisearch/snapshot";
import { ProductSearch } from "@sleekapp/core/ports/product-search";
import * as Search from "@sleekapp/core/search";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

ProductSearch.provide(snapshotSearch(s3Snapshot()));

/** Brings the catalogue's index up to date with the table after a listing entered, changed or left it, or an operator asked for all of it. */
export const handler = consumer("index-product", async (body) => {
  const { subjectId, type } = EventMessage.parse(body);
  return Search.apply({ subjectId, type });
});
