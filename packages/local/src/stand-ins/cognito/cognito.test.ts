import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  AssociateSoftwareTokenCommand,
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SetUserMFAPreferenceCommand,
  SignUpCommand,
  UpdateUserAttributesCommand,
  VerifySoftwareTokenCommand,
  VerifyUserAttributeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Cognito, type PoolMessage, startCognito, type TriggerEvent } from "./index.ts";
import { totpNow } from "../../people/totp.ts";

const ClientId = "webclient000000000000000001";
const UserPoolId = "us-east-1_Local0001";
const Password = "Passw0rd!x";
const dataDir = mkdtempSync(join(tmpdir(), "cognito-"));
const mails: PoolMessage[] = [];
const seen: TriggerEvent[] = [];
let refuse: string | undefined;
let pool: Cognito;

const trigger = (respond: (event: TriggerEvent) => Record<string, unknown>) => (event: TriggerEvent) => {
  seen.push(event);
  if (refuse === event.triggerSource) return Promise.reject(new Error("not today"));
  return Promise.resolve({ ...event, response: { ...event.response, ...respond(event) } });
};
const start = () =>
  startCognito({
    dataDir,
    pool: { id: UserPoolId, mfa: "OPTIONAL", passwordPolicy: { minimumLength: 10 }, verifyBeforeUpdate: ["email"] },
    clients: [
      { id: ClientId, accessTokenSeconds: 900, refreshTokenSeconds: 3_600 },
      { id: "open-client", preventUserExistenceErrors: false, writeAttributes: ["name"], authFlows: ["ALLOW_USER_SRP_AUTH"] },
    ],
    groups: ["buyer", "admin"],
    onMessage: (mail) => void mails.push(mail),
    triggers: {
      PreSignUp: trigger(() => ({})),
      PostConfirmation: trigger(() => ({})),
      PreAuthentication: trigger(() => ({})),
      PostAuthentication: trigger(() => ({})),
      CustomMessage: trigger(({ triggerSource }) =>
        triggerSource === "CustomMessage_ForgotPassword" ? { emailSubject: "Reset", emailMessage: "<b>{####}</b>" } : {},
      ),
      PreTokenGeneration: trigger(({ request }) => ({
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: { claimsToAddOrOverride: { orgId: "org_1", orgKind: "buyer", sub: "forged" }, scopesToAdd: ["extra"] },
          idTokenGeneration: { claimsToSuppress: ["email"] },
          groupOverrideDetails: { groupsToOverride: groupsWithoutAdmin(request) },
        },
      })),
    },
  });
function groupsWithoutAdmin(request: Record<string, unknown>): string[] {
  const configuration = request["groupConfiguration"];
  const groups: unknown = typeof configuration === "object" && configuration !== null ? Reflect.get(configuration, "groupsToOverride") : [];
  return Array.isArray(groups) ? groups.map(String).filter((name) => name !== "admin") : [];
}
const idp = () =>
  new CognitoIdentityProviderClient({
    endpoint: pool.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "identity", secretAccessKey: "x" },
    maxAttempts: 1,
  });
const code = () => mails.at(-1)?.code ?? "";
let people = 0;
async function person(password = Password) {
  const Username = `p${(people += 1)}@example.com`;
  await idp().send(
    new SignUpCommand({
      ClientId,
      Username,
      Password: password,
      UserAttributes: [
        { Name: "email", Value: Username },
        { Name: "name", Value: "Ann" },
      ],
    }),
  );
  await idp().send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: code() }));
  return Username;
}
async function signIn(USERNAME: string, PASSWORD = Password) {
  const output = await idp().send(new InitiateAuthCommand({ ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters: { USERNAME, PASSWORD } }));
  const { AccessToken = "", RefreshToken = "", IdToken = "", ExpiresIn } = output.AuthenticationResult ?? {};
  return { ...output, AccessToken, RefreshToken, IdToken, ExpiresIn };
}

beforeAll(async () => {
  pool = await start();
});
beforeEach(() => {
  mails.length = 0;
  seen.length = 0;
  refuse = undefined;
});
afterAll(async () => {
  await pool.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("sign-up sends a code, wrong codes are refused, the right one confirms the address", async () => {
  const Username = "New@Example.com";
  const signedUp = await idp().send(new SignUpCommand({ ClientId, Username, Password, UserAttributes: [{ Name: "email", Value: Username }] }));
  expect(signedUp.CodeDeliveryDetails).toMatchObject({ DeliveryMedium: "EMAIL", Destination: "n***@e***" });
  expect(mails[0]).toMatchObject({ to: "new@example.com", subject: "Your verification code", source: "SignUp" });

  await idp().send(new ResendConfirmationCodeCommand({ ClientId, Username }));
  await expect(signIn(Username)).rejects.toMatchObject({ name: "UserNotConfirmedException" });
  await expect(idp().send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: "0" }))).rejects.toMatchObject({
    name: "CodeMismatchException",
  });
  await idp().send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: code() }));

  const user = await idp().send(new AdminGetUserCommand({ UserPoolId, Username: "new@example.com" }));
  expect(user.UserStatus).toBe("CONFIRMED");
  expect(user.UserAttributes).toContainEqual({ Name: "email_verified", Value: "true" });
  expect(seen.map(({ triggerSource }) => triggerSource)).toContain("PostConfirmation_ConfirmSignUp");
  await expect(idp().send(new SignUpCommand({ ClientId, Username, Password }))).rejects.toMatchObject({ name: "UsernameExistsException" });
});

test("five wrong codes make the account wait", async () => {
  const Username = "guess@example.com";
  await idp().send(new SignUpCommand({ ClientId, Username, Password }));
  const guess = () =>
    idp()
      .send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: "x" }))
      .catch((error: Error) => error.name);

  const answers = [await guess(), await guess(), await guess(), await guess(), await guess(), await guess()];

  expect(answers).toEqual([...Array.from({ length: 5 }, () => "CodeMismatchException"), "LimitExceededException"]);
});

test.each([
  ["short", "Password not long enough"],
  ["passw0rd!x", "uppercase"],
  ["PASSW0RD!X", "lowercase"],
  ["Password!x", "numeric"],
  ["Passw0rdxx", "symbol"],
])("the password %s is refused by the pool's policy", async (weak, why) => {
  const attempt = idp().send(new SignUpCommand({ ClientId, Username: "weak@example.com", Password: weak }));

  await expect(attempt).rejects.toMatchObject({ name: "InvalidPasswordException", message: expect.stringContaining(why) });
});

test("the access token verifies against the pool's own key and carries what the V2 trigger added", async () => {
  const Username = await person();
  await idp().send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: "buyer" }));
  await idp().send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: "admin" }));

  const { AccessToken, IdToken, ExpiresIn } = await signIn(Username);

  const { payload } = await jwtVerify(AccessToken, createRemoteJWKSet(new URL(pool.jwksUri)), { issuer: pool.issuer });
  expect(payload).toMatchObject({
    token_use: "access",
    client_id: ClientId,
    orgId: "org_1",
    orgKind: "buyer",
    "cognito:groups": ["buyer"],
    scope: "aws.cognito.signin.user.admin extra",
  });
  expect(payload.sub).toMatch(/^[0-9a-f-]{36}$/);
  expect(payload["username"]).toBe(payload.sub);
  expect(payload["origin_jti"]).toMatch(/^[0-9a-f-]{36}$/);
  expect([ExpiresIn, Number(payload.exp) - Number(payload.iat)]).toEqual([900, 900]);
  const id = await jwtVerify(IdToken, createRemoteJWKSet(new URL(pool.jwksUri)), { issuer: pool.issuer, audience: ClientId });
  expect(id.payload).toMatchObject({ token_use: "id", name: "Ann", email_verified: true, origin_jti: payload["origin_jti"] });
  expect(id.payload["email"]).toBeUndefined();
  const event = seen.find(({ triggerSource }) => triggerSource === "TokenGeneration_Authentication");
  expect(event).toMatchObject({
    version: "2",
    userPoolId: UserPoolId,
    request: { userAttributes: { email: Username }, groupConfiguration: { groupsToOverride: ["admin", "buyer"] } },
  });
});

test("a trigger that throws refuses with its own words", async () => {
  const Username = await person();
  const sources = ["PreAuthentication_Authentication", "PostAuthentication_Authentication", "TokenGeneration_Authentication"];

  for (const source of sources) {
    refuse = source;
    await expect(signIn(Username)).rejects.toMatchObject({
      name: "UserLambdaValidationException",
      message: expect.stringContaining("failed with error not today."),
    });
  }
  refuse = "PreSignUp_SignUp";
  await expect(idp().send(new SignUpCommand({ ClientId, Username: "bad@example.com", Password }))).rejects.toMatchObject({
    name: "UserLambdaValidationException",
  });
});

test("unknown accounts look like wrong passwords where the client hides them, and only there", async () => {
  const Username = "nobody@example.com";

  await expect(signIn(Username)).rejects.toMatchObject({ name: "NotAuthorizedException", message: "Incorrect username or password." });
  const forgot = await idp().send(new ForgotPasswordCommand({ ClientId, Username }));
  expect(forgot.CodeDeliveryDetails?.Destination).toBe("n***@e***");
  expect(mails).toEqual([]);
  await expect(idp().send(new ForgotPasswordCommand({ ClientId: "open-client", Username }))).rejects.toMatchObject({ name: "UserNotFoundException" });
  await expect(idp().send(new AdminGetUserCommand({ UserPoolId, Username }))).rejects.toMatchObject({ name: "UserNotFoundException" });
});

test("a client may only use its flows and write its attributes", async () => {
  const flow = new InitiateAuthCommand({
    ClientId: "open-client",
    AuthFlow: "USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: "x@example.com", PASSWORD: "x" },
  });
  const write = new SignUpCommand({
    ClientId: "open-client",
    Username: "w@example.com",
    Password,
    UserAttributes: [{ Name: "custom:role", Value: "admin" }],
  });

  await expect(idp().send(flow)).rejects.toMatchObject({ name: "InvalidParameterException" });
  await expect(idp().send(write)).rejects.toMatchObject({
    name: "NotAuthorizedException",
    message: "A client attempted to write unauthorized attribute",
  });
});

test("five wrong passwords make even the right one wait", async () => {
  const Username = await person();
  for (let attempt = 0; attempt < 5; attempt += 1) await signIn(Username, "wrong").catch(() => {});

  await expect(signIn(Username)).rejects.toMatchObject({ name: "NotAuthorizedException", message: "Password attempts exceeded" });
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect((await signIn(Username)).AccessToken).not.toBe("");
});

test("a refresh token gives new tokens until the sign-in is revoked", async () => {
  const Username = await person();
  const { RefreshToken, AccessToken } = await signIn(Username);
  const refresh = () => idp().send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));

  const again = await refresh();
  const old = await idp().send(
    new InitiateAuthCommand({ ClientId, AuthFlow: "REFRESH_TOKEN_AUTH", AuthParameters: { REFRESH_TOKEN: RefreshToken } }),
  );
  expect(again.AuthenticationResult?.AccessToken).toBeTruthy();
  expect(old.AuthenticationResult?.RefreshToken).toBeUndefined();

  await idp().send(new RevokeTokenCommand({ ClientId, Token: RefreshToken }));
  await expect(refresh()).rejects.toMatchObject({ name: "NotAuthorizedException" });
  await expect(idp().send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: "NotAuthorizedException",
    message: "Access Token has been revoked",
  });
});

test("signing out everywhere ends every sign-in, by the person and by an administrator", async () => {
  const Username = await person();
  const [first, second] = [await signIn(Username), await signIn(Username)];
  const user = (AccessToken: string) => idp().send(new GetUserCommand({ AccessToken }));
  expect((await user(first.AccessToken)).UserAttributes).toContainEqual({ Name: "email", Value: Username });

  await idp().send(new GlobalSignOutCommand({ AccessToken: first.AccessToken }));
  await expect(user(second.AccessToken)).rejects.toMatchObject({ name: "NotAuthorizedException" });

  const third = await signIn(Username);
  await idp().send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
  await expect(user(third.AccessToken)).rejects.toMatchObject({ name: "NotAuthorizedException" });
});

test("a forged access token is refused", async () => {
  const { AccessToken } = await signIn(await person());
  const [head, body, signature] = AccessToken.split(".");
  const claims: unknown = JSON.parse(Buffer.from(body ?? "", "base64url").toString());
  const forged = Buffer.from(JSON.stringify({ ...Object(claims), username: "someone-else" })).toString("base64url");

  await expect(idp().send(new GetUserCommand({ AccessToken: `${head}.${forged}.${signature}` }))).rejects.toMatchObject({
    name: "NotAuthorizedException",
  });
});

test("a disabled user can neither sign in nor refresh until enabled again", async () => {
  const Username = await person();
  const { RefreshToken } = await signIn(Username);
  await idp().send(new AdminDisableUserCommand({ UserPoolId, Username }));

  await expect(signIn(Username)).rejects.toMatchObject({ name: "NotAuthorizedException", message: "User is disabled." });
  await expect(idp().send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }))).rejects.toMatchObject({
    name: "NotAuthorizedException",
  });
  await idp().send(new AdminEnableUserCommand({ UserPoolId, Username }));
  expect((await signIn(Username)).AccessToken).not.toBe("");
});

test("a forgotten password is reset by a code in the words of the trigger", async () => {
  const Username = await person();
  await idp().send(new ForgotPasswordCommand({ ClientId, Username }));
  expect(mails.at(-1)).toMatchObject({ subject: "Reset", body: `<b>${code()}</b>` });

  await idp().send(new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode: code(), Password: "An0ther!pass" }));

  await expect(signIn(Username)).rejects.toMatchObject({ name: "NotAuthorizedException" });
  expect((await signIn(Username, "An0ther!pass")).AccessToken).not.toBe("");
  expect(seen.map(({ triggerSource }) => triggerSource)).toContain("PostConfirmation_ConfirmForgotPassword");
});

test("a password is changed by whoever knows the old one", async () => {
  const Username = await person();
  const { AccessToken } = await signIn(Username);
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    idp().send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }));

  await expect(change("wrong", "An0ther!pass")).rejects.toMatchObject({ name: "NotAuthorizedException" });
  await expect(change(Password, "weak")).rejects.toMatchObject({ name: "InvalidPasswordException" });
  await change(Password, "An0ther!pass");
  expect((await signIn(Username, "An0ther!pass")).AccessToken).not.toBe("");
});

test("a new address counts only once it is proven, and never when another account has it", async () => {
  const [Username, other] = [await person(), await person()];
  const { AccessToken } = await signIn(Username);
  const change = (Value: string) => idp().send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name: "email", Value }] }));
  const email = async () => (await idp().send(new GetUserCommand({ AccessToken }))).UserAttributes?.find(({ Name }) => Name === "email")?.Value;

  await expect(change(other)).rejects.toMatchObject({ name: "AliasExistsException" });
  await change("changed@example.com");
  expect([await email(), mails.at(-1)?.to]).toEqual([Username, "changed@example.com"]);
  await idp().send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: "email", Code: code() }));
  expect(await email()).toBe("changed@example.com");
});

test("an administrator invites with a temporary password that must be changed", async () => {
  const Username = "invited@example.com";
  await idp().send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username,
      UserAttributes: [
        { Name: "email", Value: Username },
        { Name: "email_verified", Value: "true" },
      ],
    }),
  );
  const temporary = code();

  const challenge = await signIn(Username, temporary);
  expect(challenge.ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
  const answer = (NEW_PASSWORD: string) =>
    idp().send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: "NEW_PASSWORD_REQUIRED",
        Session: challenge.Session,
        ChallengeResponses: { USERNAME: Username, NEW_PASSWORD },
      }),
    );
  await expect(answer("weak")).rejects.toMatchObject({ name: "InvalidPasswordException" });
  const done = await answer("Chosen0ne!x");

  expect(done.AuthenticationResult?.RefreshToken).toBeTruthy();
  expect(seen.map(({ triggerSource }) => triggerSource)).toContain("TokenGeneration_NewPasswordChallenge");
  await expect(answer("Chosen0ne!y")).rejects.toMatchObject({ name: "NotAuthorizedException" });
});

test("an administrator sets passwords and attributes, lists users and their groups", async () => {
  const Username = await person();
  await idp().send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: "Set0nce!xx", Permanent: true }));
  await idp().send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes: [{ Name: "name", Value: "Bea" }] }));
  await idp().send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: "buyer" }));

  expect((await signIn(Username, "Set0nce!xx")).AccessToken).not.toBe("");
  const found = await idp().send(new ListUsersCommand({ UserPoolId, Filter: `email = "${Username}"` }));
  expect(found.Users?.map((user) => user.Attributes?.find(({ Name }) => Name === "name")?.Value)).toEqual(["Bea"]);
  const groups = await idp().send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
  expect(groups.Groups?.map(({ GroupName }) => GroupName)).toEqual(["buyer"]);
  const page = await idp().send(new ListUsersCommand({ UserPoolId, Limit: 1 }));
  expect([page.Users?.length, page.PaginationToken]).toEqual([1, "1"]);
  await expect(idp().send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: "none" }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

test("a second factor is asked for once it is proven and chosen, and a code counts once", async () => {
  const Username = await person();
  const { AccessToken } = await signIn(Username);
  const { SecretCode = "" } = await idp().send(new AssociateSoftwareTokenCommand({ AccessToken }));
  await expect(idp().send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: "000000" }))).rejects.toMatchObject({
    name: "EnableSoftwareTokenMFAException",
  });
  await idp().send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: totpNow(SecretCode) }));
  expect((await signIn(Username)).ChallengeName).toBeUndefined();
  await idp().send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } }));

  const challenge = await signIn(Username);
  expect(challenge.ChallengeName).toBe("SOFTWARE_TOKEN_MFA");
  const answer = (Session: string | undefined, SOFTWARE_TOKEN_MFA_CODE: string) =>
    idp().send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: "SOFTWARE_TOKEN_MFA",
        Session,
        ChallengeResponses: { USERNAME: Username, SOFTWARE_TOKEN_MFA_CODE },
      }),
    );
  await expect(answer(challenge.Session, "000000")).rejects.toMatchObject({ name: "CodeMismatchException" });
  const once = totpNow(SecretCode);
  expect((await answer(challenge.Session, once)).AuthenticationResult?.AccessToken).toBeTruthy();
  const second = await signIn(Username);
  await expect(answer(second.Session, once)).rejects.toMatchObject({ name: "ExpiredCodeException" });
});

test("users, groups, sign-ins and the key survive a restart", async () => {
  const Username = await person();
  const { RefreshToken, AccessToken } = await signIn(Username);
  const { port } = new URL(pool.endpoint);
  await pool.stop();

  pool = await startCognito({ dataDir, pool: { id: UserPoolId }, clients: [{ id: ClientId }], port: Number(port) });

  expect((await idp().send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }))).AuthenticationResult?.AccessToken).toBeTruthy();
  expect((await idp().send(new GetUserCommand({ AccessToken }))).Username).toBeTruthy();
  await pool.stop();
  pool = await start();
});

test("a browser on any origin may call the pool and read its configuration", async () => {
  const preflight = await fetch(pool.endpoint, {
    method: "OPTIONS",
    headers: { origin: "http://localhost:1", "access-control-request-headers": "x-amz-target,content-type" },
  });
  const configuration = await fetch(`${pool.issuer}/.well-known/openid-configuration`);

  expect(preflight.headers.get("access-control-allow-headers")).toContain("x-amz-target");
  expect(await configuration.json()).toMatchObject({ issuer: pool.issuer, jwks_uri: pool.jwksUri });
});
