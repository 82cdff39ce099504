// What the rest of an order's money reads of its refunds.
export { listIn, viewOf } from "./store.ts";
