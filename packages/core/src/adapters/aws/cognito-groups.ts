import { AdminAddUserToGroupCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";

/** Puts a person into a group of the pool; one who is in it already stays in it. */
export async function addToGroup(userPoolId: string, userId: string, group: string): Promise<void> {
  const pool = new CognitoIdentityProviderClient({});
  await pool.send(new AdminAddUserToGroupCommand({ UserPoolId: userPoolId, Username: userId, GroupName: group }));
}
