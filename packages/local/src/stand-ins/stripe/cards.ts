import type { CardError } from "./objects.ts";
import { type Form, group, text } from "./form.ts";

/** What a test card does when it is charged. */
export interface CardBehaviour {
  readonly brand: string;
  /** Refused with this. */
  readonly refusal?: CardError;
  /** Asks the buyer to authenticate (3-D Secure) first. */
  readonly authenticate?: true;
  /** Charged, and disputed at once. */
  readonly dispute?: true;
  /** Refunds to it stay on their way until they are ended, or go through and are sent back by the bank. */
  readonly refunds?: "pending" | "fail";
}

const refused = (code: string, message: string, declineCode?: string): CardBehaviour => ({
  brand: "visa",
  refusal: { type: "card_error", code, message, ...(declineCode === undefined ? {} : { decline_code: declineCode }) },
});
const declined = (declineCode: string, message = "Your card was declined."): CardBehaviour => refused("card_declined", message, declineCode);

/** Stripe's own test numbers (docs.stripe.com/testing) with what each does. */
export const testCards: Readonly<Record<string, CardBehaviour>> = {
  "4242424242424242": { brand: "visa" },
  "4000056655665556": { brand: "visa" },
  "5555555555554444": { brand: "mastercard" },
  "378282246310005": { brand: "amex" },
  "4000000000000077": { brand: "visa" },
  "4000002760003184": { brand: "visa", authenticate: true },
  "4000002500003155": { brand: "visa", authenticate: true },
  "4000000000003220": { brand: "visa", authenticate: true },
  "4000008400001629": { ...declined("generic_decline"), authenticate: true },
  "4000000000000002": declined("generic_decline"),
  "4000000000009995": declined("insufficient_funds", "Your card has insufficient funds."),
  "4000000000009987": declined("lost_card"),
  "4000000000009979": declined("stolen_card"),
  "4100000000000019": declined("fraudulent"),
  "4000000000000069": refused("expired_card", "Your card has expired.", "expired_card"),
  "4000000000000127": refused("incorrect_cvc", "Your card's security code is incorrect.", "incorrect_cvc"),
  "4000000000000119": refused("processing_error", "An error occurred while processing your card. Try again in a little bit.", "processing_error"),
  "4000000000007726": { brand: "visa", refunds: "pending" },
  "4000000000005126": { brand: "visa", refunds: "fail" },
  "4000000000000259": { brand: "visa", dispute: true },
};

/** Stripe's named test payment methods, as server-side tests use them. */
export const testMethods: Readonly<Record<string, string>> = {
  pm_card_visa: "4242424242424242",
  pm_card_mastercard: "5555555555554444",
  pm_card_amex: "378282246310005",
  pm_card_chargeDeclined: "4000000000000002",
  pm_card_visa_chargeDeclined: "4000000000000002",
  pm_card_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_visa_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_chargeDeclinedExpiredCard: "4000000000000069",
  pm_card_chargeDeclinedIncorrectCvc: "4000000000000127",
  pm_card_chargeDeclinedProcessingError: "4000000000000119",
  pm_card_authenticationRequired: "4000002760003184",
  pm_card_threeDSecure2Required: "4000000000003220",
  pm_card_pendingRefund: "4000000000007726",
  pm_card_refundFail: "4000000000005126",
  pm_card_createDispute: "4000000000000259",
};

/** A card as it was typed in. */
export interface CardEntry {
  readonly number: string;
  readonly month: number;
  readonly year: number;
}

const wrong = (code: string, message: string, param: string): CardError => ({ type: "card_error", code, message, param });

/** Reads a typed card, or says what is wrong with it in Stripe's words. */
export function readCard(form: Form, now: Date): CardEntry | CardError {
  const card = group(form, "card");
  const number = (text(card, "number") ?? "").replaceAll(/\s/g, "");
  const month = Number(text(card, "exp_month"));
  const year = fullYear(Number(text(card, "exp_year")));
  if (!/^\d{12,19}$/.test(number) || !luhn(number)) return wrong("incorrect_number", "Your card number is incorrect.", "number");
  const cvc = text(card, "cvc");
  const badCvc = cvc !== undefined && !/^\d{3,4}$/.test(cvc) ? wrong("invalid_cvc", "Your card's security code is invalid.", "cvc") : undefined;
  return wrongExpiry({ month, year }, now) ?? badCvc ?? { number, month, year };
}

/** A card is good to the end of its month, and no bank issues one for more than fifty years. */
function wrongExpiry({ month, year }: Omit<CardEntry, "number">, now: Date): CardError | undefined {
  if (!Number.isInteger(month) || month < 1 || month > 12)
    return wrong("invalid_expiry_month", "Your card's expiration month is invalid.", "exp_month");
  const past = year < now.getUTCFullYear() || (year === now.getUTCFullYear() && month < now.getUTCMonth() + 1);
  if (!Number.isInteger(year) || past || year > now.getUTCFullYear() + 50)
    return wrong("invalid_expiry_year", "Your card's expiration year is invalid.", "exp_year");
  return undefined;
}

/** What a number does; in test mode a number that is no test number is refused. */
export function behaviourOf(number: string): CardBehaviour {
  return (
    testCards[number] ??
    declined(
      "test_mode_live_card",
      "Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.",
    )
  );
}

function fullYear(year: number): number {
  return year < 100 ? 2_000 + year : year;
}

/** The check digit rule of ISO/IEC 7812. */
function luhn(number: string): boolean {
  const digits = Array.from(number, Number).toReversed();
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}
