import { AdminAddUserToGroupCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { config } from "../../config.ts";

/** The user pool, as far as our code changes it. */
export type Directory = { readonly addToGroup: (username: string, group: string) => Promise<void> };

/** Cognito; adding somebody who is in the group already changes nothing. */
export function cognitoDirectory(): Directory {
  const client = new CognitoIdentityProviderClient({});
  return {
    addToGroup: async (username, group) => {
      await client.send(new AdminAddUserToGroupCommand({ UserPoolId: config("USER_POOL_ID"), Username: username, GroupName: group }));
    },
  };
}
