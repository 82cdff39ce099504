import { Entity, type EntityItem, type Schema, Service } from "electrodb";
import { documents } from "./documents.ts";
import { indexes, primary } from "./keys.ts";
import { SERVICE, tableName } from "./name.ts";

export type { EntityItem };
export { SERVICE, tableName };
/** Entities that one query reads together, by the collection their primary index names. */
export { Service };

/** Key fields as entities name them. */
export const keys = {
  primary: { pk: primary.partition, sk: primary.sort },
  byOwner: { index: indexes.byOwner.name, pk: indexes.byOwner.partition, sk: indexes.byOwner.sort },
  bySupplier: { index: indexes.bySupplier.name, pk: indexes.bySupplier.partition, sk: indexes.bySupplier.sort },
  queue: { index: indexes.queue.name, pk: indexes.queue.partition, sk: indexes.queue.sort },
  feed: { index: indexes.feed.name, pk: indexes.feed.partition, sk: indexes.feed.sort },
} as const;

const declared = new Map<string, readonly string[]>();

/** The attributes of every kind of item whose module has been loaded; export, erasure and retention are checked against them. */
export const declaredEntities = (): ReadonlyMap<string, readonly string[]> => declared;

/** One kind of item on the table. Stores use `create`, `patch`, `remove`, `get` and `query` on it; the unguarded verbs are banned by lint. */
export function entity<A extends string, F extends string, C extends string, S extends Schema<A, F, C>>(schema: S): Entity<A, F, C, S> {
  declared.set(schema.model.entity, Object.keys(schema.attributes));
  return new Entity<A, F, C, S>(schema, { client: documents, table: tableName() });
}
