import fc from "fast-check";
import { Amplify } from "aws-amplify";
import { confirmResetPassword, confirmSignIn, confirmSignUp, fetchAuthSession, resetPassword, signIn, signOut, signUp } from "aws-amplify/auth";
import { cognitoUserPoolsTokenProvider } from "aws-amplify/auth/cognito";
import { AdminCreateUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Cognito, startCognito } from "./index.ts";
import { powerModulo, srpChallenge } from "./srp.ts";

const userPoolClientId = "webclient000000000000000001";
const userPoolId = "us-east-1_Local0001";
const password = "Passw0rd!x";
let code = "";
let pool: Cognito;

beforeAll(async () => {
  pool = await startCognito({
    pool: { id: userPoolId },
    clients: [{ id: userPoolClientId, authFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }],
    onMessage: (mail) => void (code = mail.code),
  });
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: pool.endpoint } } });
  const memory = new Map<string, string>();
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    setItem: (key, value) => Promise.resolve(void memory.set(key, value)),
    getItem: (key) => Promise.resolve(memory.get(key) ?? null),
    removeItem: (key) => Promise.resolve(void memory.delete(key)),
    clear: () => Promise.resolve(memory.clear()),
  });
});
afterEach(() => signOut());
afterAll(() => pool.stop());

async function account(username: string) {
  await signUp({ username, password, options: { userAttributes: { email: username } } });
  await confirmSignUp({ username, confirmationCode: code });
}

test("aws-amplify signs up, signs in by SRP, refreshes and signs out everywhere", async () => {
  await account("ann@example.com");

  const result = await signIn({ username: "ANN@example.com", password });
  const first = await fetchAuthSession();
  const second = await fetchAuthSession({ forceRefresh: true });

  expect(result.nextStep.signInStep).toBe("DONE");
  expect(first.tokens?.accessToken.payload["token_use"]).toBe("access");
  expect(second.tokens?.accessToken.toString()).not.toBe(first.tokens?.accessToken.toString());
  await signOut({ global: true });
  expect((await fetchAuthSession()).tokens).toBeUndefined();
});

test("a wrong password and an unknown account get the same refusal", async () => {
  await account("bea@example.com");

  for (const username of ["bea@example.com", "stranger@example.com"]) {
    await expect(signIn({ username, password: "Wr0ng!pass" })).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Incorrect username or password.",
    });
  }
});

test("an invited user is asked for a new password after SRP", async () => {
  const client = new CognitoIdentityProviderClient({
    endpoint: pool.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
  });
  await client.send(new AdminCreateUserCommand({ UserPoolId: userPoolId, Username: "cy@example.com", TemporaryPassword: "Temp0rary!" }));

  const asked = await signIn({ username: "cy@example.com", password: "Temp0rary!" });
  const done = await confirmSignIn({ challengeResponse: "Chosen0ne!" });

  expect([asked.nextStep.signInStep, done.isSignedIn]).toEqual(["CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED", true]);
});

test("a forgotten password is reset by code and the new one proves itself by SRP", async () => {
  const username = "dora@example.com";
  await account(username);
  await resetPassword({ username });
  await confirmResetPassword({ username, confirmationCode: code, newPassword: "An0ther!pw" });

  expect((await signIn({ username, password: "An0ther!pw" })).isSignedIn).toBe(true);
});

test("a client value that is a multiple of the group's prime gives no challenge", () => {
  const identity = { poolName: "Local0001", username: "u", password: "p", salt: Buffer.alloc(16, 1) };

  expect(srpChallenge("0", identity)).toBeUndefined();
  expect(srpChallenge("not hex", identity)).toBeUndefined();
});

test("a power modulo a large number is the product of as many factors, whatever the sign and parity", () => {
  const modulus = 2n ** 3071n + 11n;
  const big = fc.bigInt(-(2n ** 3072n), 2n ** 3072n);

  fc.assert(
    fc.property(big, fc.bigInt(1n, 40n), fc.bigInt(1n, 2n ** 1024n), (base, few, many) => {
      const product = Array.from({ length: Number(few) }, () => base).reduce((so, factor) => (so * factor) % modulus, 1n);
      expect(powerModulo(base, few, modulus)).toBe((product + modulus) % modulus);
      // The powers of a power are its multiples, so a large exponent is held to the small one.
      expect(powerModulo(powerModulo(base, many, modulus), few, modulus)).toBe(powerModulo(base, many * few, modulus));
    }),
    { numRuns: 20 },
  );
});
