import * as account from "@sleekapp/contracts/account";
import { searchProducts } from "@sleekapp/contracts/catalog";
import * as identity from "@sleekapp/contracts/identity";
import * as privacy from "@sleekapp/contracts/privacy";
import * as quote from "@sleekapp/contracts/quote";
import { peopleOf, steps, type World } from "@sleekapp/local/path/index";
import { codeOf, type Person, person, sendFile, townOf, until } from "@sleekapp/local/people/person";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentEvents } from "../support/changes.ts";
import { checkInvariants } from "../support/invariants.ts";
import { codesMailed, filesIn, givenAway, logLinesIn, secretsMailed, wordsIn } from "../support/privacy-stage.ts";
import { bootStage, type Stage } from "../support/stage.ts";
import { rowsOfStage } from "../support/stage-rows.ts";

const root = path.resolve(import.meta.dirname, "../..");
const password = "thread needle and cloth";
const patient = 120_000;

/** What the path and this file say of people, and nothing of ours has the same words. */
const buyersWords = [
  "Bea Buyer",
  "Bea's Shop",
  "Rosenthaler Str. 40",
  "Heavy hoodie for a winter drop",
  "+49 30 5551234",
  "bea-of-berlin",
  "Hafenstrasse 8",
];
const suppliersWords = [
  "Meghna Knit Works",
  "Konabari Industrial Area",
  "Salma Akter",
  "+880 1700 000000",
  "A knit and cut-and-sew factory of 240 people",
];
const othersWords = ["Otto Other", "Omar Faruk", "Ada Admin", "Pattern cut, first sample", "A needle was found"];

let stage: Stage;
let world: World;
let dataDir: string;
const spoken = new Set<string>();

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "sleekapp-privacy-"));
  stage = await bootStage({ root, name: "privacy", dataDir, port: 4191, web: "none" });
  const town = townOf(stage);
  world = { town, root, people: peopleOf(town, "privacy"), made: {}, password };
}, patient);
afterAll(async () => {
  await stage?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const everyone = (): readonly Person[] => Object.values(world.people);

/** A picture of the person, looked at and shown. */
async function portrait(who: Person): Promise<void> {
  const bytes = await sharp({ create: { width: 600, height: 600, channels: 3, background: "#394f8a" } })
    .jpeg()
    .toBuffer();
  const { uploadId, ...slot } = await who.ask(account.askAvatar, { body: { type: "image/jpeg" } });
  await sendFile(slot, bytes);
  const params = { uploadId };
  await until("A verdict on the picture", async () => ((await who.ask(account.getAvatarUpload, { params })).state === "ready" ? true : undefined));
  await who.ask(account.setAvatar, { params });
}

test("people do everything there is to do, and some of it wrong", { timeout: 420_000 }, async () => {
  for (const step of steps) await step.run(world);
  const { buyer, nobody } = world.people;
  await buyer.ask(identity.updateMe, { body: { name: "Bea Buyer", phone: "+49 30 5551234" } });
  await buyer.ask(account.chooseUsername, { body: { username: "bea-of-berlin" } });
  await portrait(buyer);
  const entry = { label: "Warehouse", name: "Bea Buyer", street: "Hafenstrasse 8", city: "Hamburg", postcode: "20457", country: "DE" };
  await buyer.ask(account.addAddress, { body: entry });
  const wrong = { ...entry, postcode: "", country: "Deutschland, Hafenstrasse 8", secret: "Bea Buyer" };
  const refused = await Promise.all([
    buyer.attempt(account.addAddress, { body: wrong }),
    buyer.attempt(identity.updateMe, { body: { name: "Bea Buyer", phone: "call +49 30 5551234 after six" } }),
    nobody.attempt(quote.askCode, { body: { email: "Bea Buyer <bea@people.example>, +49 30 5551234", purpose: "quote" } }),
    buyer.attempt(privacy.askErasure, { body: { email: "Rosenthaler Str. 40" } }),
  ]);

  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  expect(
    wordsIn(
      refused.map(({ body }) => body),
      [...buyersWords, "bea@people.example"],
    ),
  ).toEqual([]);
});

describe("a copy", () => {
  test("is made when it is asked for, told by mail, and downloads as a file with the person's own words", { timeout: patient }, async () => {
    const { buyer } = world.people;
    const { exportId } = await buyer.ask(privacy.askExport, {});
    await until("The copy", async () =>
      (await buyer.ask(privacy.getPrivacy, {})).exports.find((one) => one.exportId === exportId)?.state === "ready" ? true : undefined,
    );
    await until("The mail about it", async () => stage.mailbox.list(buyer.email).find(({ subject }) => /export of your SleekApp data/.test(subject)));

    const { url } = await buyer.ask(privacy.getExportDocument, { params: { exportId } });
    const file = await fetch(url);
    const text = await file.text();

    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="sleekapp-[\d-]+\.json"$/);
    for (const word of [...buyersWords, buyer.email]) expect(text, word).toContain(word);
    expect(wordsIn([text], [...suppliersWords, ...othersWords, world.people.supplier.email, world.people.otherBuyer.email])).toEqual([]);
    expect(Object.keys(JSON.parse(text).sections)).toEqual(
      expect.arrayContaining(["address", "invoice", "membership", "order", "order-money", "payment", "quote", "session", "user"]),
    );
    expect(text).not.toMatch(/platform_fee|supplierPrice|supplier_payable|buyerTotal|clientSecret|claimHash/);
  });
});

test("no line of a log has a name, an address, a telephone number, a code, a token or a word of anybody", { timeout: patient }, async () => {
  await stage.drain(60_000);
  const { made } = world;
  for (const who of [world.people.buyer, world.people.supplier, world.people.admin]) spoken.add(await who.token());
  for (const secret of [made.claim, made.trackingToken, password, ...(await secretsMailed(stage))]) if (secret) spoken.add(secret);
  const lines = logLinesIn(dataDir);

  expect(lines.length).toBeGreaterThan(300);
  const words = [...buyersWords, ...suppliersWords, ...othersWords, ...everyone().map(({ email }) => email), ...spoken];
  const codes = await codesMailed(stage);
  expect(codes.length).toBeGreaterThan(5);
  expect(givenAway(lines, { words, codes })).toEqual([]);
});

const erased = async (who: Person): Promise<Record<string, unknown>> => {
  await who.ask(privacy.askErasure, { body: { email: who.email } });
  return until(
    "The proof",
    async () =>
      (await rowsOfStage(stage)).find((row) => row["__edb_e__"] === "erasure" && row["state"] === "done" && !known.has(String(row["userId"]))),
    60_000,
  ).then((row) => {
    known.add(String(row["userId"]));
    return row;
  });
};
const known = new Set<string>();

test("an owner with others in the organisation, or with somebody's order open, is told why it cannot be yet", async () => {
  const { supplier, otherBuyer } = world.people;
  const answer = await supplier.attempt(privacy.askErasure, { body: { email: supplier.email } });
  expect([answer.status, codeOf(answer)]).toEqual([409, "erasure.blocked"]);
  expect(JSON.stringify(answer.body)).toContain("sole_owner");
  expect((await otherBuyer.ask(privacy.getPrivacy, {})).obstacles).toEqual([]);
});

test("an erased buyer is in no row, no file and no log but on the invoices, and the books still close", { timeout: patient }, async () => {
  const { buyer } = world.people;
  const row = await erased(buyer);
  await stage.drain(60_000);

  const words = [...buyersWords, buyer.email];
  const rows = (await rowsOfStage(stage)).filter((one) => one["__edb_e__"] !== "invoice");
  expect(wordsIn(rows, words)).toEqual([]);
  expect(
    wordsIn(
      filesIn(dataDir).filter(({ key }) => !key.includes("invoice")),
      words,
    ),
  ).toEqual([]);
  expect(wordsIn(logLinesIn(dataDir), words)).toEqual([]);
  expect(wordsIn([row], words)).toEqual([]);
  expect(filesIn(dataDir).filter(({ key }) => key.includes(String(row["userId"])))).toEqual([]);
  expect(row).toMatchObject({ removed: { user: 1, address: 1, upload: 3 }, files: 4 });
  expect(JSON.stringify((await rowsOfStage(stage)).filter((one) => one["__edb_e__"] === "invoice"))).toContain("Rosenthaler Str. 40");
  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});

test("who was erased is let in nowhere, and the same address signs up as somebody new with nothing", { timeout: patient }, async () => {
  const { buyer, town } = { ...world.people, town: world.town };
  expect((await buyer.attempt(identity.getMe, {})).status).toBeGreaterThanOrEqual(401);
  await expect(person(town, buyer.email).signIn(password)).rejects.toThrow();

  const again = person(town, buyer.email);
  await again.signUp({ password, name: "Somebody New", as: "buyer", company: "Another Shop" });
  expect((await again.ask(account.listAddresses, {})).items).toEqual([]);
  expect((await again.ask(quote.listQuotes, { query: {} })).items).toEqual([]);
});

test("an erased supplier's listings leave the catalogue, and its name the orders it made", { timeout: patient }, async () => {
  const { supplier, nobody } = world.people;
  const { userId } = await supplier.ask(identity.getMe, {});
  const { items } = await supplier.ask(identity.listMembers, {});
  for (const seat of items) if (seat.userId !== userId) await supplier.ask(identity.removeMember, { params: { userId: seat.userId } });

  const proof = await erased(supplier);
  await stage.drain(60_000);

  expect(proof).toMatchObject({ removed: { supplier: 1, user: 1 } });
  const words = [...suppliersWords, supplier.email];
  expect(wordsIn(await rowsOfStage(stage), words)).toEqual([]);
  expect(
    wordsIn(
      filesIn(dataDir).filter(({ key }) => !key.includes("/import/")),
      words,
    ),
  ).toEqual([]);
  stage.clearCache();
  const found = await until("The catalogue without it", async () => {
    const page = await nobody.ask(searchProducts, { query: {} });
    return JSON.stringify(page).includes("Meghna") ? undefined : page;
  });
  expect(found.items).toEqual([]);
  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});

test("every event of all that, about something that was there before, says what was changed", async () => {
  const { kinds, silent } = silentEvents(await rowsOfStage(stage));

  console.log(`${kinds} kinds of events were looked at for what they say was changed`);
  expect(silent).toEqual([]);
  expect(kinds).toBeGreaterThan(40);
});
