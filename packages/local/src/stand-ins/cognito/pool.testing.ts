import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CognitoIdentityProviderClient, ConfirmSignUpCommand, InitiateAuthCommand, SignUpCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Cognito, type PoolMessage, startCognito, type TriggerEvent } from "./index.ts";

export const ClientId = "webclient000000000000000001";
export const UserPoolId = "us-east-1_Local0001";
export const Password = "Passw0rd!x";
const dataDir = mkdtempSync(join(tmpdir(), "cognito-"));
/** What was mailed in this test. */
export const mails: PoolMessage[] = [];
/** What the triggers were asked in this test. */
export const seen: TriggerEvent[] = [];
let refuse: string | undefined;
let current: Cognito;

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

/** A client of the pool, as an administrator has it. */
export const idp = () =>
  new CognitoIdentityProviderClient({
    endpoint: current.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "identity", secretAccessKey: "x" },
    maxAttempts: 1,
  });

/** The code of the last mail. */
export const code = () => mails.at(-1)?.code ?? "";

let people = 0;
/** Somebody who has signed up and proven their address; gives the name they sign in with. */
export async function person(password = Password) {
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

export async function signIn(USERNAME: string, PASSWORD = Password) {
  const output = await idp().send(new InitiateAuthCommand({ ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters: { USERNAME, PASSWORD } }));
  const { AccessToken = "", RefreshToken = "", IdToken = "", ExpiresIn } = output.AuthenticationResult ?? {};
  return { ...output, AccessToken, RefreshToken, IdToken, ExpiresIn };
}

/** The pool that runs now. */
export const pool = (): Cognito => current;

/** The trigger that refuses, for the rest of the test. */
export const refuseAt = (source: string): void => void (refuse = source);

/** Stops the pool, starts it again from what it has kept, in the same place, and runs; then starts it as it was. */
export async function restarted(run: () => Promise<void>): Promise<void> {
  const port = Number(new URL(current.endpoint).port);
  await current.stop();
  current = await startCognito({ dataDir, pool: { id: UserPoolId }, clients: [{ id: ClientId }], port });
  await run();
  await current.stop();
  current = await start();
}

/** A pool for the tests of one file, without mails and questions of an earlier test. */
export function usePool(): void {
  beforeAll(async () => {
    current = await start();
  });
  beforeEach(() => {
    mails.length = 0;
    seen.length = 0;
    refuse = undefined;
  });
  afterAll(async () => {
    await current.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
}
