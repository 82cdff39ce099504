import * as z from "zod";
import { action } from "../kernel/action.ts";
import { id } from "../kernel/id.ts";
import * as Order from "../order/index.ts";
import * as policy from "./policy.ts";
import { shownOf } from "./shown.ts";

const ByOrder = z.strictObject({ orderId: id("order") });

async function load({ orderId }: z.output<typeof ByOrder>) {
  const order = await Order.find(orderId);
  return order && { order };
}

/** The design that an order's quote showed when it was accepted, for everybody who works on the order. */
export const designOfOrder = action(
  { name: "order.design", effect: "read", input: ByOrder, load, policy: policy.ofOrder },
  async ({ record: { order } }) => shownOf(order.designId),
);
