import { SignUpAs } from "@sleekapp/core/account";
import type { PreSignUpTriggerEvent } from "aws-lambda";
import { isDisposableEmail } from "disposable-email-domains-js";

/** Refuses throw-away addresses and sign-ups that do not say as what; Cognito shows the message to the person. */
export async function handler(event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> {
  if (event.triggerSource !== "PreSignUp_SignUp") return event;
  if (isDisposableEmail(event.request.userAttributes["email"] ?? ""))
    throw new Error("Use an address you will keep: we write to it about your orders");
  if (!SignUpAs.safeParse(event.request.clientMetadata?.["as"]).success) throw new Error("Say whether you sign up as a buyer or a supplier");
  return event;
}
