import { entity, keys, SERVICE } from "../table/table.ts";

/** How often a listing was looked at, asked about and sold. Apart from the listing, so that counting never changes its indexes or version. */
export const StatsRow = entity({
  model: { entity: "product-stats", version: "1", service: SERVICE },
  attributes: {
    productId: { type: "string", required: true },
    /** Pieces of it that were sold from stock, exact: counted in the transaction that commits them. */
    sales: { type: "number" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["productId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);
