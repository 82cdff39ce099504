import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { swept } from "../kernel/swept.ts";
import { dueBefore, releaseWrites } from "../stock/reservation.ts";
import * as event from "./event.ts";
import { again, overtaken } from "../spending/take.ts";
import { loadCore, take } from "./index.ts";
import * as policy from "./policy.ts";
import { givenUpWrites } from "./spent.ts";

/** The hold of an order from stock has run out: the order is cancelled and its pieces go back, both or neither. */
export const expire = action(
  { name: "order.expire", effect: "command", input: z.strictObject({ orderId: id("order") }), load: loadCore, policy: policy.expire },
  async ({ record: { order, goods } }) => {
    if (goods?.state !== "held" || goods.dueAt > nowIso()) throw conflict("order.not_due", "The pieces of this order are not waiting any more");
    const released = releaseWrites(goods, "expired");
    return again(async () =>
      take({
        order,
        step: "expire",
        writes: [...released, ...(await givenUpWrites(order))],
        events: [event.Expired({ orderId: order.orderId })],
        refused: (index) => (index < released.length ? undefined : overtaken()),
      }),
    );
  },
);

/** Ends the holds that are over, each by itself, and says how many there were; one that was paid or cancelled meanwhile is left alone. */
export async function sweepHolds(): Promise<number> {
  const due = await dueBefore(nowIso());
  let ended = 0;
  for (const orderId of due) ended += await swept(expire({ orderId }));
  return ended;
}
