import { AdminAddUserToGroupCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";

/** The user pool, as far as our code changes it. */
export type Directory = { readonly addToGroup: (username: string, group: string) => Promise<void> };

/** One user pool of Cognito; adding somebody who is in the group already changes nothing. */
export function cognitoDirectory(userPoolId: string): Directory {
  const client = new CognitoIdentityProviderClient({});
  return {
    addToGroup: async (username, group) => {
      await client.send(new AdminAddUserToGroupCommand({ UserPoolId: userPoolId, Username: username, GroupName: group }));
    },
  };
}
