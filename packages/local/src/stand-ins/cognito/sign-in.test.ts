import {
  AdminAddUserToGroupCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  AssociateSoftwareTokenCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SetUserMFAPreferenceCommand,
  SignUpCommand,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { totpNow } from "../../people/totp.ts";
import { ClientId, idp, mails, Password, person, pool, refuseAt, restarted, seen, signIn, usePool, UserPoolId } from "./pool.testing.ts";

usePool();

test("the access token verifies against the pool's own key and carries what the V2 trigger added", async () => {
  const Username = await person();
  await idp().send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: "buyer" }));
  await idp().send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: "admin" }));

  const { AccessToken, IdToken, ExpiresIn } = await signIn(Username);

  const { payload } = await jwtVerify(AccessToken, createRemoteJWKSet(new URL(pool().jwksUri)), { issuer: pool().issuer });
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
  const id = await jwtVerify(IdToken, createRemoteJWKSet(new URL(pool().jwksUri)), { issuer: pool().issuer, audience: ClientId });
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
    refuseAt(source);
    await expect(signIn(Username)).rejects.toMatchObject({
      name: "UserLambdaValidationException",
      message: expect.stringContaining("failed with error not today."),
    });
  }
  refuseAt("PreSignUp_SignUp");
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

  await restarted(async () => {
    expect((await idp().send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }))).AuthenticationResult?.AccessToken).toBeTruthy();
    expect((await idp().send(new GetUserCommand({ AccessToken }))).Username).toBeTruthy();
  });
});

test("a browser on any origin may call the pool and read its configuration", async () => {
  const preflight = await fetch(pool().endpoint, {
    method: "OPTIONS",
    headers: { origin: "http://localhost:1", "access-control-request-headers": "x-amz-target,content-type" },
  });
  const configuration = await fetch(`${pool().issuer}/.well-known/openid-configuration`);

  expect(preflight.headers.get("access-control-allow-headers")).toContain("x-amz-target");
  expect(await configuration.json()).toMatchObject({ issuer: pool().issuer, jwks_uri: pool().jwksUri });
});
