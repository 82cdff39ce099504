import * as z from "zod";
import { id } from "../kernel/id.ts";
import { ShippingAddress } from "../quote/model.ts";

/** How many addresses somebody may keep. */
export const MAX_ADDRESSES = 20;

/** An address with a name to find it by: `Warehouse`. */
export const Entry = ShippingAddress.extend({ label: z.string().trim().min(1).max(40) });
export type Entry = z.infer<typeof Entry>;

export const AddressView = Entry.extend({ addressId: id("address"), isDefault: z.boolean(), version: z.int() });
export type AddressView = z.infer<typeof AddressView>;
