import * as Account from "@sleekapp/core/account";
import type { PreTokenGenerationV2TriggerEvent } from "aws-lambda";
import { asTrigger } from "./request.ts";

/**
 * Puts the active organisation into the access token, names the person's ended sign-ins in it, and repairs what a failed
 * post-confirmation left undone.
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
      groupOverrideDetails: { groupsToOverride: [Account.groupOf(claims)] },
    },
  };
  return event;
}
