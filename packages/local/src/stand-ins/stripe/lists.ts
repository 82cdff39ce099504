import { badRequest, missing } from "./errors.ts";
import type { StripeObject } from "./objects.ts";
import type { Store } from "./store.ts";
import { isRecord } from "../wire.ts";

const kinds: Readonly<Record<string, StripeObject["object"]>> = {
  customers: "customer",
  payment_intents: "payment_intent",
  payment_methods: "payment_method",
  charges: "charge",
  refunds: "refund",
  balance_transactions: "balance_transaction",
  disputes: "dispute",
};
const filters = ["customer", "payment_intent", "charge", "email", "type", "source"];

/** The collections that can be listed and read by id. */
export const collections = [...Object.keys(kinds), "events"];

/** A page of a collection, newest first, with Stripe's cursors and filters. */
export function page(store: Store, collection: string, query: Readonly<Record<string, string>>): Record<string, unknown> {
  const limit = Number(query["limit"] ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw badRequest("This value must be between 1 and 100.", { code: "parameter_invalid_integer", param: "limit" });
  const found = all(store, collection).filter((item) => matches(item, query));
  const after = query["starting_after"];
  const before = query["ending_before"];
  if (before !== undefined) {
    const newer = found.slice(0, indexOf(found, before, collection));
    return { object: "list", url: `/v1/${collection}`, has_more: newer.length > limit, data: newer.slice(-limit) };
  }
  const rest = after === undefined ? found : found.slice(indexOf(found, after, collection) + 1);
  return { object: "list", url: `/v1/${collection}`, has_more: rest.length > limit, data: rest.slice(0, limit) };
}

/** One object of a collection. */
export function one(store: Store, collection: string, id: string): object {
  const kind = kinds[collection];
  const found = kind === undefined ? store.events.get(id) : store.find(kind, id);
  if (!found) throw missing(kind ?? "event", id);
  return found;
}

type Item = Readonly<Record<string, unknown>>;

function all(store: Store, collection: string): readonly Item[] {
  const kind = kinds[collection];
  const items = kind === undefined ? [...store.events.values()] : [...store.objects.values()].filter(({ object }) => object === kind);
  return items.toReversed().map((item): Item => ({ ...item }));
}

function indexOf(items: readonly Item[], id: string, collection: string): number {
  const index = items.findIndex((item) => item["id"] === id);
  if (index < 0) throw missing(kinds[collection] ?? "event", id);
  return index;
}

function matches(item: Item, query: Readonly<Record<string, string>>): boolean {
  const created = Number(item["created"]);
  const bound = (name: string): number | undefined => (query[`created[${name}]`] === undefined ? undefined : Number(query[`created[${name}]`]));
  const inTime =
    created >= (bound("gte") ?? 0) && created <= (bound("lte") ?? Infinity) && created > (bound("gt") ?? -1) && created < (bound("lt") ?? Infinity);
  return inTime && filters.every((name) => query[name] === undefined || query[name] === item[name]);
}

/** Replaces the ids that `expand[]` names by what they stand for, four levels deep as Stripe allows. */
export function expand(store: Store, value: unknown, paths: readonly string[]): unknown {
  return paths.reduce((expanded, path) => replace(store, expanded, path.split(".").slice(0, 5)), value);
}

function replace(store: Store, value: unknown, path: readonly string[]): unknown {
  const [field = "", ...rest] = path;
  if (Array.isArray(value)) return value.map((item) => replace(store, item, path));
  if (!isRecord(value)) return value;
  const at = value[field];
  const found = typeof at === "string" ? (store.objects.get(at) ?? at) : at;
  const inner: unknown = typeof found === "object" && found !== null && !Array.isArray(found) ? { ...found } : found;
  return { ...value, [field]: rest.length > 0 ? replace(store, inner, rest) : inner };
}
