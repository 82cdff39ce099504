// What the rest of an order's money reads of its disputes.
export { listIn, viewOf } from "./store.ts";
