import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { stripePayments } from "@sleekapp/core/adapters/stripe/payments";
import { Reported } from "@sleekapp/core/payment/report";
import { settle } from "@sleekapp/core/payment/settle";
import { Payments } from "@sleekapp/core/ports/payment";
import * as Refund from "@sleekapp/core/refund";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

Secrets.provide(ssmSecrets(["stripe-secret-key"]));
Payments.provide(stripePayments());

/**
 * Looks at the charge that the provider reported on and makes our books agree, and asks the provider for the refunds that were decided;
 * one charge, and one order's refunds, after another.
 */
export const handler = consumer("apply-payment", async (body) => {
  const { type, data } = EventMessage.parse(body);
  if (type === Refund.Asked.type) {
    const { orderId, refundId } = Refund.Asked.schema.parse(data);
    return Refund.send({ orderId, refundId });
  }
  const { intentId } = Reported.schema.parse(data);
  return settle({ intentId });
});
