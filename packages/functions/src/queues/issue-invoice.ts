import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import * as Invoice from "@sleekapp/core/invoice";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

// The buyer's tax number is sealed where it is kept.
Secrets.provide(ssmSecrets(["field-keys"]));

const purposeOf = { "order.opened": "deposit", "order.inspection_passed": "balance" } as const;

/** Issues invoices one after another, so that the series has no gap: the deposit when an order opens, the balance when it has passed. */
export const handler = consumer("issue-invoice", async (body) => {
  const event = EventMessage.parse(body);
  if (event.type !== "order.opened" && event.type !== "order.inspection_passed") return undefined;
  return Invoice.issue({ orderId: event.subjectId, purpose: purposeOf[event.type] });
});
