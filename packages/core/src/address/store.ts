import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { readTogether } from "../table/together.ts";
import { Entry, MAX_ADDRESSES } from "./model.ts";

export const AddressRow = entity({
  model: { entity: "address", version: "1", service: SERVICE },
  attributes: {
    userId: { type: "string", required: true },
    addressId: { type: "string", required: true },
    label: { type: "string", required: true },
    name: { type: "string", required: true },
    company: { type: "string" },
    street: { type: "string", required: true },
    city: { type: "string", required: true },
    region: { type: "string" },
    postcode: { type: "string", required: true },
    country: { type: "string", required: true },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["addressId"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({ ...Entry.shape, userId: z.string(), addressId: z.string(), version: z.number() });
export type Info = z.infer<typeof Stored>;

export async function find(userId: string, addressId: string): Promise<Info | undefined> {
  const [row] = await readTogether([AddressRow.get({ userId, addressId })], { isStrong: true });
  return row ? Stored.parse(row) : undefined;
}

/** Everything in somebody's book, in the order it was written in. */
export async function list(userId: string): Promise<readonly Info[]> {
  const { data } = await AddressRow.query.primary({ userId }).go({ limit: MAX_ADDRESSES, consistent: true });
  return data.map((row) => Stored.parse(row));
}
