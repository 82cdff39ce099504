import { cognitoDirectory } from "@sleekapp/core/adapters/aws/cognito";
import { addToGroup } from "@sleekapp/core/adapters/aws/cognito-groups";
import * as Account from "@sleekapp/core/account";
import { Directory } from "@sleekapp/core/ports/directory";
import type { PostConfirmationTriggerEvent } from "aws-lambda";
import { logger } from "../http/log.ts";
import { asTrigger } from "./request.ts";

/** Gives a confirmed person their organisation and group. */
async function open(event: PostConfirmationTriggerEvent): Promise<void> {
  const { sub = "", email = "", name } = event.request.userAttributes;
  const claims = await asTrigger("post-confirmation", () => Account.open({ userId: sub, email, name }));
  await addToGroup(event.userPoolId, event.userName, Account.groupOf(claims));
  logger.info("account", { op: "post-confirmation", user: sub, org: claims.orgId });
}

/** Cognito fires this after a sign-up, and after a forgotten password was set anew. It retries, and both run again harmlessly. */
export async function handler(event: PostConfirmationTriggerEvent): Promise<PostConfirmationTriggerEvent> {
  // The pool names itself: it waits for this function, so the function's environment cannot know it.
  Directory.provide(cognitoDirectory(event.userPoolId));
  if (event.triggerSource === "PostConfirmation_ConfirmSignUp") await open(event);
  if (event.triggerSource === "PostConfirmation_ConfirmForgotPassword")
    await asTrigger("post-confirmation", () => Account.passwordWasReset(event.request.userAttributes["sub"] ?? event.userName));
  return event;
}
