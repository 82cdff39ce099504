import * as z from "zod";
import { action } from "../kernel/action.ts";
import { id } from "../kernel/id.ts";
import * as Supplier from "../supplier/index.ts";
import type { Status } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import type { ContactView } from "./view.ts";

/** Statuses in which no supplier has taken the order on; before that, nobody learns whom to ring by asking for pieces. */
const untaken: readonly Status[] = ["awaiting_deposit", "deposit_paid", "offered", "cancelled"];

/** True from the day a supplier has accepted the order; a held one stands where it was held. */
const isTaken = ({ status, heldFrom, supplierId }: store.Info): boolean => supplierId !== undefined && !untaken.includes(heldFrom ?? status);

const byId = z.strictObject({ orderId: id("order") });

async function load({ orderId }: z.output<typeof byId>) {
  const order = await store.find(orderId);
  return order && { order };
}

/**
 * Whom to write to or ring at the company that makes the order, for its buyer's people and the platform; empty until the supplier has
 * accepted. Two requests: permission hangs on the order, and a stranger's call never reads the company.
 */
export const contact = action(
  { name: "order.contact", effect: "read", input: byId, load, policy: policy.readContact },
  async ({ record: { order } }): Promise<ContactView> => {
    const found = isTaken(order) && order.supplierId ? await Supplier.contactOf(order.supplierId) : undefined;
    return found ? { contact: found } : {};
  },
);
