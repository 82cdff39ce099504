import { cognitoDirectory } from "@sleekapp/core/adapters/aws/cognito";
import * as Account from "@sleekapp/core/account";
import type { PostConfirmationTriggerEvent } from "aws-lambda";
import { logger } from "../http/log.ts";
import { asTrigger } from "./request.ts";

/**
 * Gives a confirmed person their organisation and group. Runs again harmlessly: Cognito retries it, and also fires it after a
 * password reset, which is not a sign-up.
 */
export async function handler(event: PostConfirmationTriggerEvent): Promise<PostConfirmationTriggerEvent> {
  if (event.triggerSource !== "PostConfirmation_ConfirmSignUp") return event;
  const { sub = "", email = "", name } = event.request.userAttributes;
  const claims = await asTrigger("post-confirmation", () => Account.open({ userId: sub, email, name }));
  // The pool names itself: it waits for this function, so the function's environment cannot know it.
  await cognitoDirectory(event.userPoolId).addToGroup(event.userName, Account.groupOf(claims));
  logger.info("account", { op: "post-confirmation", user: sub, org: claims.orgId });
  return event;
}
