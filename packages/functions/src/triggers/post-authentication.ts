import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Secrets } from "@sleekapp/core/ports/secrets";
import * as SignIn from "@sleekapp/core/sign-in";
import type { PostAuthenticationTriggerEvent } from "aws-lambda";
import { asTrigger } from "./request.ts";

Secrets.provide(ssmSecrets(["proof-key"]));

/** Forgets the attempts before this one, which has succeeded. */
export async function handler(event: PostAuthenticationTriggerEvent): Promise<PostAuthenticationTriggerEvent> {
  const { userAttributes, clientMetadata } = event.request;
  const { sub = event.userName, email = "" } = userAttributes;
  await asTrigger("post-authentication", () => SignIn.succeed({ userId: sub, email, pass: clientMetadata?.["pass"] }));
  return event;
}
