import type { Account } from "./account.ts";
import { behaviourOf, readCard, testMethods } from "./cards.ts";
import { badRequest, missing, StripeError } from "./errors.ts";
import { type Form, group, text } from "./form.ts";
import type { PaymentMethod } from "./objects.ts";
import { nowSeconds } from "./store.ts";

/** Makes the payment method a form names or describes; undefined when it does neither. */
export function methodOf(account: Account, form: Form): PaymentMethod | undefined {
  const named = text(form, "payment_method");
  const described = group(form, "payment_method_data");
  if (named === undefined) return Object.keys(described).length > 0 ? createMethod(account, described) : undefined;
  const number = testMethods[named];
  if (number !== undefined) return store(account, { number, month: 12, year: new Date().getUTCFullYear() + 3 }, {});
  const known = account.store.find("payment_method", named);
  if (!known) throw missing("PaymentMethod", named);
  return known;
}

/** Makes a payment method from a typed card. */
export function createMethod(account: Account, form: Form): PaymentMethod {
  if (text(form, "type") !== "card") throw badRequest("The stand-in knows payment methods of type card.", { param: "type" });
  const card = readCard(form, new Date());
  if ("code" in card)
    throw new StripeError({ status: 402, type: card.type }, card.message, {
      code: card.code,
      ...(card.param === undefined ? {} : { param: card.param }),
    });
  return store(account, card, group(form, "billing_details"));
}

function store(account: Account, card: { number: string; month: number; year: number }, billing: Form): PaymentMethod {
  const id = account.store.newId("pm");
  account.store.numbers.set(id, card.number);
  return account.store.put({
    id,
    object: "payment_method",
    type: "card",
    created: nowSeconds(),
    livemode: false,
    customer: null,
    metadata: {},
    billing_details: { address: null, email: null, name: null, phone: null, ...billing },
    card: {
      brand: behaviourOf(card.number).brand,
      last4: card.number.slice(-4),
      exp_month: card.month,
      exp_year: card.year,
      country: "US",
      funding: "credit",
    },
  });
}
