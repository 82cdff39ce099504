import * as Account from "@sleekapp/core/account";
import type { PreSignUpTriggerEvent } from "aws-lambda";
import { isDisposableEmail } from "disposable-email-domains-js";
import { asTrigger } from "./request.ts";

/**
 * Refuses throw-away addresses and sign-ups that do not say as what, and remembers the answer until the address is confirmed.
 * Cognito shows the message to the person.
 */
export async function handler(event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> {
  if (event.triggerSource !== "PreSignUp_SignUp") return event;
  if (isDisposableEmail(event.request.userAttributes["email"] ?? ""))
    throw new Error("Use an address you will keep: we write to it about your orders");
  const intent = Account.Intent.safeParse(event.request.clientMetadata);
  if (!intent.success) throw new Error("Say whether you sign up as a buyer or a supplier");
  // In a pool whose people sign in by address, the name Cognito gives them is also their `sub`.
  await asTrigger("pre-sign-up", () => Account.intend(event.userName, intent.data));
  return event;
}
