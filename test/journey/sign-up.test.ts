import { AdminListGroupsForUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { mailedCode, type Town, townOf } from "@sleekapp/local/people/person";
import { openSession } from "@sleekapp/local/people/session";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../support/invariants.ts";
import { bootStage, type Stage } from "../support/stage.ts";
import { rowsOfStage } from "../support/stage-rows.ts";

const password = "thread needle and cloth";

let stage: Stage;
let pool: Town["pool"];
beforeAll(async () => {
  stage = await bootStage({ root: path.resolve(import.meta.dirname, "../.."), name: "sign-up", ephemeral: true, web: "none" });
  ({ pool } = townOf(stage));
}, 120_000);
afterAll(() => stage?.stop());

/** Signs up and types the mailed code, and goes no further: nobody has signed in yet. */
async function confirmed(email: string, as: "buyer" | "supplier") {
  const session = openSession(pool);
  await session.signUp({ email, password, name: "Rina Das", as, company: "Padma Knit" });
  await session.confirm(email, await mailedCode(stage, email));
  return session;
}

const seatOf = async (email: string) => (await rowsOfStage(stage)).find((row) => row["__edb_e__"] === "membership" && row["email"] === email);

async function groupsOf(email: string): Promise<readonly string[]> {
  const directory = new CognitoIdentityProviderClient({
    endpoint: pool.userPoolEndpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "operator", secretAccessKey: "local" },
  });
  const { Groups = [] } = await directory.send(new AdminListGroupsForUserCommand({ UserPoolId: pool.userPoolId, Username: email }));
  return Groups.flatMap(({ GroupName }) => GroupName ?? []);
}

const claimsIn = (token: string): unknown => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

test("a throw-away address is refused at sign-up, with a word of help", async () => {
  const signingUp = openSession(pool).signUp({ email: "x@mailinator.com", password, name: "X", as: "buyer", company: "X" });

  await expect(signingUp).rejects.toThrow(/Use an address you will keep/);
});

test("the code for a new account comes in our own words", async () => {
  await openSession(pool).signUp({ email: "mina@people.example", password, name: "Mina", as: "buyer", company: "M" });
  await mailedCode(stage, "mina@people.example");

  expect(stage.mailbox.list("mina@people.example").map(({ subject }) => subject)).toEqual(["Confirm your address for SleekApp"]);
});

test("who confirms an address owns an organisation and is in its group before ever signing in", async () => {
  await confirmed("rina@people.example", "supplier");

  expect(await seatOf("rina@people.example")).toMatchObject({ orgKind: "supplier", kind: "owner" });
  expect(await groupsOf("rina@people.example")).toEqual(["supplier"]);
});

test("the first token names the organisation that the confirmation opened", async () => {
  const email = "lina@people.example";
  const session = await confirmed(email, "buyer");
  await session.signIn(email, password);

  const seat = await seatOf(email);
  expect(claimsIn(await session.token())).toMatchObject({ orgId: seat?.["orgId"], orgKind: "buyer", memberKind: "owner" });
  expect(seat).toBeDefined();
});

test("what is on the table at the end violates no invariant", async () => {
  await stage.drain(60_000);

  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
