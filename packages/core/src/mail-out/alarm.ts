import { PLATFORM } from "../account/index.ts";
import type { AlarmCause } from "../order/alarm.ts";
import * as event from "../order/event.ts";
import * as Order from "../order/index.ts";
import { appUrl, type MailBuilder, type MailRequest, toOrg } from "./compose.ts";

type Words = { readonly trouble: string; readonly deed: string };

/** What is wrong, and what whoever owns it can do. */
const words: Readonly<Record<AlarmCause, Words>> = {
  unassigned: { trouble: "No factory has been offered the order", deed: "Offer it to a supplier." },
  unanswered: { trouble: "The supplier has not answered the offer", deed: "Ask the supplier, or offer the order to another one." },
  unplanned: { trouble: "The order has no plan", deed: "Look into why its acceptance left none." },
  silent: { trouble: "Nothing has been reported for days", deed: "Report how far the work is, with a note where it stands still." },
  late: { trouble: "A stage is past its day", deed: "Report how far it is, or move it to a day that holds, with the reason." },
  uninspected: { trouble: "The goods wait for their inspection", deed: "Record the inspection." },
  undecided: { trouble: "Something waits for your decision", deed: "Open the order; its first line says what." },
  uninvoiced: { trouble: "The balance has not been asked for", deed: "Look into why its invoice was not issued." },
  unshipped: { trouble: "The goods are paid and have not left", deed: "Ship them, and write down carrier and number." },
  held: { trouble: "The order has been on hold for a week", deed: "Resume it, or agree with the buyer what becomes of it." },
};

/** A reminder to whoever owns the alarm, then the platform, then a word to the buyer with the day to expect. */
export const escalated: MailBuilder = async ({ subjectId, data }): Promise<readonly MailRequest[]> => {
  const { cause, owner, level, since, likelyOn } = event.Escalated.schema.parse(data);
  const order = await Order.find(subjectId);
  if (!order) return [];
  const { orderNumber, title, promisedOn, ownerId, supplierId } = order;
  const { trouble, deed } = words[cause];
  const facts = { orderNumber, product: title, trouble, url: appUrl(`/app/orders/${subjectId}`) };
  if (level === 3) {
    const days = { ...(promisedOn ? { promisedOn } : {}), ...(likelyOn ? { likelyOn } : {}) };
    return toOrg(ownerId, { template: "order-delayed", data: { ...facts, ...days } });
  }
  const first = { supplier: supplierId, admin: PLATFORM, buyer: ownerId }[owner];
  return toOrg(level === 1 && first ? first : PLATFORM, { template: "order-alarm", data: { ...facts, deed, since } });
};
