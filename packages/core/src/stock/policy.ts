import type { Policy } from "../kernel/action.ts";
import * as product from "../product/policy.ts";

type Subject = { readonly orgId: string };

/** Whoever writes a listing counts its stock, and whoever reads it reads the stock. */
export const write: Policy<Subject> = product.write;
export const read: Policy<Subject> = product.read;
/** What is free to buy of a listing in the catalogue is for everybody. */
export const browse: Policy<object> = product.browse;
