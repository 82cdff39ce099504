import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Secrets } from "@sleekapp/core/ports/secrets";
import * as SignIn from "@sleekapp/core/sign-in";
import type { PreAuthenticationTriggerEvent } from "aws-lambda";
import { asTrigger } from "./request.ts";

Secrets.provide(ssmSecrets(["proof-key"]));

/** Counts an attempt before Cognito looks at its password, and refuses one that has to wait; the message is shown to the person. */
export async function handler(event: PreAuthenticationTriggerEvent): Promise<PreAuthenticationTriggerEvent> {
  const { userAttributes, validationData, userNotFound } = event.request;
  const { sub, email = event.userName } = userAttributes;
  const userId = userNotFound ? undefined : sub;
  await asTrigger("pre-authentication", () => SignIn.begin({ userId, email, pass: validationData?.["pass"] }));
  return event;
}
