import { AdminListGroupsForUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import {
  askAvatar,
  confirmEmail,
  confirmSecondFactor,
  getAvatarUpload,
  getProfile,
  getSecondFactor,
  recoverAccount,
  removeAvatar,
  setAvatar,
} from "@sleekapp/contracts/account";
import { mailedCode, type Person, person, sendFile, townOf, until } from "@sleekapp/local/people/person";
import { openSession } from "@sleekapp/local/people/session";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proveAddress } from "../support/guest.ts";
import { checkInvariants } from "../support/invariants.ts";
import { bootStage, type Stage } from "../support/stage.ts";
import { rowsOfStage } from "../support/stage-rows.ts";

const password = "thread needle and cloth";

let stage: Stage;
beforeAll(async () => {
  stage = await bootStage({ root: path.resolve(import.meta.dirname, "../.."), name: "account", ephemeral: true, web: "none" });
}, 120_000);
afterAll(() => stage?.stop());

const pool = () => townOf(stage).pool;

async function signedUp(name: string): Promise<Person> {
  const somebody = person(townOf(stage), `${name}@people.example`);
  await somebody.signUp({ password, name: "Rina Das", as: "buyer", company: "Padma" });
  return somebody;
}

/** The same person's own session with the user pool, for what only the pool can be asked. */
async function sessionOf({ email, town }: Person) {
  const session = openSession(town.pool);
  await session.signIn(email, password);
  return session;
}

/** Sends a picture and waits until somebody has looked at it. */
async function sendPicture(who: Person, bytes: Uint8Array) {
  const { uploadId, ...slot } = await who.ask(askAvatar, { body: { type: "image/jpeg" } });
  await sendFile(slot, bytes);
  return until("A verdict on the picture", async () => {
    const view = await who.ask(getAvatarUpload, { params: { uploadId } });
    return view.state === "waiting" ? undefined : { ...view, uploadId };
  });
}

const photo = () =>
  sharp({ create: { width: 900, height: 1200, channels: 3, background: "#394f8a" } })
    .jpeg()
    .toBuffer();

/** Signs up and types the mailed code, and goes no further: nobody has signed in yet. */
async function confirmed(email: string, as: "buyer" | "supplier") {
  const session = openSession(pool());
  await session.signUp({ email, password, name: "Rina Das", as, company: "Padma Knit" });
  await session.confirm(email, await mailedCode(stage, email));
  return session;
}

const seatOf = async (email: string) => (await rowsOfStage(stage)).find((row) => row["__edb_e__"] === "membership" && row["email"] === email);

async function groupsOf(email: string): Promise<readonly string[]> {
  const directory = new CognitoIdentityProviderClient({
    endpoint: pool().userPoolEndpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "operator", secretAccessKey: "local" },
  });
  const { Groups = [] } = await directory.send(new AdminListGroupsForUserCommand({ UserPoolId: pool().userPoolId, Username: email }));
  return Groups.flatMap(({ GroupName }) => GroupName ?? []);
}

const claimsIn = (token: string): unknown => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

async function guesses(somebody: Person, times: number): Promise<void> {
  for (let guess = 1; guess <= times; guess += 1)
    await expect(somebody.signIn(`not my password ${guess}`)).rejects.toThrow(/Incorrect username or password/);
}

describe("signing up", () => {
  test("a throw-away address is refused at sign-up, with a word of help", async () => {
    const signingUp = openSession(pool()).signUp({ email: "x@mailinator.com", password, name: "X", as: "buyer", company: "X" });

    await expect(signingUp).rejects.toThrow(/Use an address you will keep/);
  });

  test("the code for a new account comes in our own words", async () => {
    await openSession(pool()).signUp({ email: "mona@people.example", password, name: "Mona", as: "buyer", company: "M" });
    await mailedCode(stage, "mona@people.example");

    expect(stage.mailbox.list("mona@people.example").map(({ subject }) => subject)).toEqual(["Confirm your address for SleekApp"]);
  });

  test("who confirms an address owns an organisation and is in its group before ever signing in", async () => {
    await confirmed("rita@people.example", "supplier");

    expect(await seatOf("rita@people.example")).toMatchObject({ orgKind: "supplier", kind: "owner" });
    expect(await groupsOf("rita@people.example")).toEqual(["supplier"]);
  });

  test("the first token names the organisation that the confirmation opened", async () => {
    const email = "lola@people.example";
    const session = await confirmed(email, "buyer");
    await session.signIn(email, password);

    const seat = await seatOf(email);
    expect(claimsIn(await session.token())).toMatchObject({ orgId: seat?.["orgId"], orgKind: "buyer", memberKind: "owner" });
    expect(seat).toBeDefined();
  });
});

describe("an account", () => {
  test("a person's picture is looked at, shown to them by a link that works, and gone when they take it away", async () => {
    const rina = await signedUp("rina");
    const { uploadId, state } = await sendPicture(rina, await photo());
    expect(state).toBe("ready");

    await rina.ask(setAvatar, { params: { uploadId } });
    const { avatarUrl = "" } = await rina.ask(getProfile, {});
    const shown = await fetch(avatarUrl);
    expect(shown.headers.get("content-type")).toMatch(/^image\//);

    await rina.ask(removeAvatar, {});
    expect((await rina.ask(getProfile, {})).avatarUrl).toBeUndefined();
    // The same answer as for a picture that never was: the link's signer may not list what there is.
    expect((await fetch(avatarUrl)).status).toBe(403);
  });

  test("a picture in the place of another takes the first one's file away", async () => {
    const lina = await signedUp("lina");
    const [first, second] = [await sendPicture(lina, await photo()), await sendPicture(lina, await photo())];
    await lina.ask(setAvatar, { params: { uploadId: first.uploadId } });
    const { avatarUrl = "" } = await lina.ask(getProfile, {});

    await lina.ask(setAvatar, { params: { uploadId: second.uploadId } });

    // The same answer as for a picture that never was: the link's signer may not list what there is.
    expect((await fetch(avatarUrl)).status).toBe(403);
  });

  test("what only calls itself a picture is refused as one", async () => {
    const mina = await signedUp("mina");

    expect(await sendPicture(mina, new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toMatchObject({ state: "refused" });
  });

  test("a new address counts once it is proven, the former one is told, and only the new one signs in", async () => {
    const tina = await signedUp("tina");
    const session = await sessionOf(tina);
    await session.changeEmail("tina.new@people.example", (email) => mailedCode(stage, email));

    expect(await tina.ask(confirmEmail, {})).toEqual({ email: "tina.new@people.example" });

    await until("Word to the former address", async () => stage.mailbox.list(tina.email).find(({ subject }) => /address was changed/.test(subject)));
    const after = person(tina.town, "tina.new@people.example");
    await after.signIn(password);
    expect((await after.ask(getProfile, {})).email).toBe("tina.new@people.example");
    await expect(person(tina.town, tina.email).signIn(password)).rejects.toThrow(/Incorrect username or password/);
  });

  test("who has lost the app gets in with a recovery code and a proof of the address, once", async () => {
    const nina = await signedUp("nina");
    const session = await sessionOf(nina);
    await session.enrol();
    const token = await session.token();
    const { recoveryCodes } = await nina.ask(confirmSecondFactor, {}, { token });
    await expect(sessionOf(nina)).rejects.toThrow(/CONFIRM_SIGN_IN_WITH_TOTP_CODE/);
    const [code = ""] = recoveryCodes;
    const credentials = { "x-proof": await proveAddress(stage, nina.email, "second_factor") };

    await nina.ask(recoverAccount, { body: { code } }, { credentials });

    await nina.signIn(password);
    expect(await nina.ask(getSecondFactor, {})).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
    expect(await nina.attempt(recoverAccount, { body: { code } }, { credentials })).toMatchObject({ status: 400 });
  });

  test("a recovery code needs a proof of this address and for this purpose", async () => {
    const [gina, stranger] = [await signedUp("gina"), await signedUp("stranger")];
    const session = await sessionOf(gina);
    await session.enrol();
    const { recoveryCodes } = await gina.ask(confirmSecondFactor, {}, { token: await session.token() });
    const [code = ""] = recoveryCodes;
    const proofs = [await proveAddress(stage, stranger.email, "second_factor"), await proveAddress(stage, gina.email), "not-a-proof"];

    const answers = await Promise.all(proofs.map((proof) => gina.attempt(recoverAccount, { body: { code } }, { credentials: { "x-proof": proof } })));

    expect(answers.map(({ status }) => status)).toEqual([400, 401, 401]);
    await expect(sessionOf(gina)).rejects.toThrow(/CONFIRM_SIGN_IN_WITH_TOTP_CODE/);
  });
});

describe("signing in", () => {
  test("after five wrong passwords in a row even the right one has to wait", async () => {
    const zara = await signedUp("zara");
    await guesses(zara, 5);
    // The user pool itself has everybody wait for a second by now; the minute is ours.
    await sleep(1_500);

    await expect(zara.signIn(password)).rejects.toThrow(/Too many tries from here\. Wait a minute and try again/);
  });

  test("a right password forgets the wrong ones before it", async () => {
    const zina = await signedUp("zina");
    await guesses(zina, 4);
    await zina.signIn(password);
    await guesses(zina, 4);

    await expect(zina.signIn(password)).resolves.toBeUndefined();
  });
});

test("what is on the table at the end violates no invariant", async () => {
  await stage.drain(60_000);

  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
