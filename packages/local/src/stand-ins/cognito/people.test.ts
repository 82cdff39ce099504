import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  ListUsersCommand,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { ClientId, Password, UserPoolId, code, idp, mails, person, seen, signIn, usePool } from "./pool.testing.ts";

usePool();

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
