import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { stripePayments } from "@sleekapp/core/adapters/stripe/payments";
import * as Payment from "@sleekapp/core/payment";
import { Payments } from "@sleekapp/core/ports/payment";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

Secrets.provide(ssmSecrets(["stripe-secret-key"]));
Payments.provide(stripePayments());

/** Looks at the charge that the provider reported on and makes our books agree, one charge after another. */
export const handler = consumer("apply-payment", async (body) => {
  const { intentId } = Payment.Reported.schema.parse(EventMessage.parse(body).data);
  return Payment.settle({ intentId });
});
