import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Directory } from "../../ports/directory.ts";

let client: CognitoIdentityProviderClient | undefined;

/** One user pool of Cognito. */
export function cognitoDirectory(userPoolId: string | (() => string)): Directory {
  client ??= new CognitoIdentityProviderClient({});
  const pool = client;
  const isUnknown = (error: unknown): boolean => error instanceof Error && error.name === "UserNotFoundException";
  const about = (userId: string) => ({ UserPoolId: typeof userPoolId === "string" ? userPoolId : userPoolId(), Username: userId });
  return {
    find: async (userIdOrEmail) => {
      try {
        const { UserAttributes = [], UserMFASettingList = [] } = await pool.send(new AdminGetUserCommand(about(userIdOrEmail)));
        const valueOf = (name: string): string => UserAttributes.find(({ Name }) => Name === name)?.Value ?? "";
        return {
          userId: valueOf("sub"),
          email: valueOf("email"),
          isEmailProven: valueOf("email_verified") === "true",
          hasSecondFactor: UserMFASettingList.includes("SOFTWARE_TOKEN_MFA"),
        };
      } catch (error) {
        if (isUnknown(error)) return undefined;
        throw error;
      }
    },
    signOutEverywhere: async (userId) => {
      try {
        await pool.send(new AdminUserGlobalSignOutCommand(about(userId)));
      } catch (error) {
        // Who is gone from the pool has no token that could be taken back.
        if (!isUnknown(error)) throw error;
      }
    },
    removeSecondFactor: async (userId) =>
      void (await pool.send(
        new AdminSetUserMFAPreferenceCommand({ ...about(userId), SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false } }),
      )),
    forget: async (userId) => {
      try {
        await pool.send(new AdminDeleteUserCommand(about(userId)));
      } catch (error) {
        if (!isUnknown(error)) throw error;
      }
    },
  };
}
