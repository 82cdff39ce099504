import * as Account from "@sleekapp/core/account";
import { cognitoDirectory } from "@sleekapp/core/adapters/aws/cognito";
import type { PreTokenGenerationV2TriggerEvent } from "aws-lambda";
import { asTrigger } from "./request.ts";

/**
 * The group that says what a person is. An admin without an authenticator app gets none: the pool is asked each time, since
 * whoever holds a token may turn the app off there without asking us.
 */
async function groupsFor(claims: Account.Claims, event: PreTokenGenerationV2TriggerEvent): Promise<string[]> {
  const group = Account.groupOf(claims);
  if (group !== "admin") return [group];
  const entry = await cognitoDirectory(event.userPoolId).find(event.userName);
  return entry?.hasSecondFactor ? [group] : [];
}

/**
 * Puts the active organisation into the access token, names the person's ended sign-ins in it, withholds the group of an admin
 * without a second factor, and repairs what a failed post-confirmation left undone.
 */
export async function handler(event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> {
  const { sub = "", email = "", name } = event.request.userAttributes;
  const { claims, ended } = await asTrigger("pre-token", () => Account.tokenFacts({ userId: sub, email, name }));
  const marks = ended.length > 0 ? { endedSessions: ended.join(" ") } : {};
  event.response = {
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: {
        claimsToAddOrOverride: { orgId: claims.orgId, orgKind: claims.orgKind, memberKind: claims.memberKind, ...marks },
      },
      groupOverrideDetails: { groupsToOverride: await groupsFor(claims, event) },
    },
  };
  return event;
}
