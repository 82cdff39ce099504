import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { newMember, signInOf, withSignIn } from "../../../../test/support/account.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import { actors } from "../../../../test/support/actors.ts";
import { sees, useMemory } from "../../../../test/support/privacy.ts";
import { furnish, secretsOf } from "../../../../test/support/privacy-person.ts";
import { stocked } from "../../../../test/support/stock.ts";
import * as Account from "../account/index.ts";
import * as Inquiry from "../inquiry/index.ts";
import * as Invitation from "../invitation/index.ts";
import type { Member } from "../kernel/actor.ts";
import * as Quote from "../quote/index.ts";
import * as Privacy from "./index.ts";

const memory = useMemory();
beforeAll(startTable);
beforeEach(() => memory.provide());

const worker = { type: "system", cause: "queue:fulfil-privacy" } as const;
const ask = (who: Member, email: string) => as(who, () => withSignIn(signInOf("now"), () => Privacy.askErasure({ email })), { key: randomUUID() });
const erase = (userId: string) => as(worker, () => Privacy.erase({ userId }), { key: `erase-${userId}` });
const own = (row: Record<string, unknown>) => row["__edb_e__"] !== "event" && row["__edb_e__"] !== "idempotency";

async function makeCopy(who: Member) {
  const { exportId } = await as(who, () => Privacy.askExport({}));
  await as(worker, () => Privacy.makeExport({ userId: who.userId, exportId }), { key: exportId });
  const text = new TextDecoder().decode(memory.files.get(`export/${who.userId}/${exportId}.json`));
  return { exportId, text, copy: JSON.parse(text) as Privacy.PersonalCopy };
}

test("a copy has everything a person has told us, a section for each kind, and nothing of others", async () => {
  const person = await furnish(memory, "copied");
  const stranger = await newMember("stranger-copied", "stranger.copied@example.com");
  await as(stranger, () => Quote.create({ brief: { garmentType: "polo", quantity: 200, fabric: "pique", notes: "the stranger's own notes" } }));

  const { copy, text } = await makeCopy(person.member);

  for (const secret of secretsOf(person)) expect(text, secret).toContain(secret);
  expect(Object.keys(copy.sections)).toEqual(
    expect.arrayContaining(["address", "membership", "quote", "quote-revision", "session", "upload", "user", "wishlist"]),
  );
  expect(text).not.toContain("stranger");
  expect(text).not.toMatch(/codeHash|hashes|claimHash|gsi1pk|platformFee":|supplierPrice/);
});

/** A thread between a buyer and the supplier of a listing, with a word of each. */
async function talk(buyer: Member, { asked, answered }: { readonly asked: string; readonly answered: string }): Promise<string> {
  const productId = await stocked({ m: 10 });
  const { inquiryId } = await as(buyer, () => Inquiry.ask({ productId, quantity: 300, text: asked }));
  await as(actors.supplierOwner, () => Inquiry.write({ inquiryId, text: answered }));
  return inquiryId;
}

test("a thread with a supplier is in the copy as both sides read it, and gone for both when the buyer is erased", async () => {
  const person = await furnish(memory, "asking");
  const other = await newMember("other-asking", "other.asking@example.com");
  const words = { asked: "Would the dye take on Zeldamere flax?", answered: "It would, at forty degrees." };
  const inquiryId = await talk(person.member, words);
  const kept = await talk(other, { asked: "Is there a heavier one?", answered: "Not in this knit." });

  const { copy, text } = await makeCopy(person.member);
  expect(copy.sections).toMatchObject({
    inquiry: [{ inquiryId, quantity: 300, status: "open" }],
    "inquiry-message": [
      { inquiryId, side: "buyer", text: words.asked },
      { inquiryId, side: "supplier", text: words.answered },
    ],
  });
  expect(text).not.toContain("heavier");

  await ask(person.member, person.email);
  expect((await erase(person.member.userId)).removed).toMatchObject({ inquiry: 1, "inquiry-message": 2 });
  expect(sees((await allItems()).filter(own), [words.asked, words.answered, inquiryId])).toEqual([]);
  const left = (await as(actors.supplierOwner, () => Inquiry.list({}))).items.map((one) => one.inquiryId);
  expect(left).toContain(kept);
  expect(left).not.toContain(inquiryId);
});

test("a copy can be fetched by its owner once it is made, for a week, and by nobody else", async () => {
  const person = await furnish(memory, "fetching");
  const { exportId } = await as(person.member, () => Privacy.askExport({}));

  await expect(as(person.member, () => Privacy.exportLink({ exportId }))).rejects.toMatchObject({ code: "export.waiting" });
  await as(worker, () => Privacy.makeExport({ userId: person.member.userId, exportId }), { key: exportId });

  expect(await as(person.member, () => Privacy.exportLink({ exportId }))).toMatchObject({ url: expect.stringContaining(exportId) });
  await expect(as(actors.otherBuyer, () => Privacy.exportLink({ exportId }))).rejects.toMatchObject({ kind: "not_found" });
  await expect(as(actors.admin, () => Privacy.exportLink({ exportId }))).rejects.toMatchObject({ kind: "not_found" });
  const later = new Date(NOW.getTime() + 7 * 86_400_000);
  await expect(as(person.member, () => Privacy.exportLink({ exportId }), { now: later })).rejects.toMatchObject({ code: "export.gone" });
});

test("an erased person is nowhere in the table or in storage, and the proof says how much went", async () => {
  const person = await furnish(memory, "erased");
  await makeCopy(person.member);
  expect(sees(await allItems(), secretsOf(person))).not.toEqual([]);

  await ask(person.member, person.email);
  const proof = await erase(person.member.userId);

  expect(proof).toMatchObject({
    state: "done",
    removed: { user: 1, address: 2, session: 2, quote: 2, unique: 2, wishlist: 1, export: 1 },
    blanked: { organisation: 1 },
  });
  expect(sees((await allItems()).filter(own), secretsOf(person))).toEqual([]);
  expect(sees([...memory.files.keys(), ...[...memory.files.values()].map((bytes) => new TextDecoder().decode(bytes))], secretsOf(person))).toEqual(
    [],
  );
  expect([...memory.files.keys()].filter((key) => key.includes(person.member.userId))).toEqual([]);
  expect(memory.pool.has(person.member.userId)).toBe(false);
  expect(sees([proof], [...secretsOf(person)])).toEqual([]);
});

test("who was erased can do nothing more, and signs up again as somebody new", async () => {
  const person = await furnish(memory, "again");
  await ask(person.member, person.email);

  const standing = Account.standing;
  await expect(as(person.member, () => Privacy.askExport({}), { standing })).rejects.toMatchObject({ kind: "unauthenticated" });
  await erase(person.member.userId);
  const again = await newMember("again-anew", person.email);

  expect(again.orgId).not.toBe(person.member.orgId);
  expect(await as(again, () => Account.me({}))).toMatchObject({ userId: "again-anew", email: person.email });
  expect((await as(again, () => Quote.list({}))).items).toEqual([]);
});

test("an erasure that is delivered twice is done once, and says so", async () => {
  const person = await furnish(memory, "twice");
  await ask(person.member, person.email);
  const first = await erase(person.member.userId);

  await expect(as(worker, () => Privacy.erase({ userId: person.member.userId }))).rejects.toMatchObject({ code: "erasure.done" });
  expect(await Privacy.proofOf(person.member.userId)).toEqual(first);
});

test("the last mail goes to the address before it is forgotten, once", async () => {
  const person = await furnish(memory, "mailed");
  await ask(person.member, person.email);
  memory.sent.length = 0;
  await erase(person.member.userId);

  expect(memory.sent).toMatchObject([{ queue: "send-mail", id: `erased:${person.member.userId}` }]);
});

test("it takes a fresh sign-in and one's own address", async () => {
  const person = await furnish(memory, "hasty");
  const old = signInOf("old", new Date(NOW.getTime() - 11 * 60_000));

  await expect(ask(person.member, "somebody.else@example.com")).rejects.toMatchObject({ code: "erasure.unconfirmed" });
  await expect(as(person.member, () => withSignIn(old, () => Privacy.askErasure({ email: person.email })))).rejects.toMatchObject({
    code: "sign_in.too_old",
  });
  expect(await Privacy.proofOf(person.member.userId)).toBeUndefined();
});

test("the only owner of an organisation with others in it hands it over first, and is told so", async () => {
  const person = await furnish(memory, "boss");
  const other = await newMember("colleague", "colleague@example.com");
  const { invitationId } = await as(person.member, () => Invitation.send({ email: "colleague@example.com", kind: "member" }));
  const letter = await as(actors.system, () => Invitation.letterOf(invitationId));
  await as(other, () => Invitation.take({ token: letter?.secret ?? "" }));

  await expect(ask(person.member, person.email)).rejects.toMatchObject({
    code: "erasure.blocked",
    details: { obstacles: [{ code: "sole_owner", subject: person.company }] },
  });
  expect(await as(person.member, () => Privacy.overview({}))).toMatchObject({ obstacles: [{ code: "sole_owner" }], endingOrganisations: [] });
});

test("offers of a seat to somebody who is forgotten go with them, and cannot be read before", async () => {
  const person = await furnish(memory, "invited");
  const other = await newMember("inviting", "inviting@example.com");
  await as(other, () => Invitation.send({ email: person.email, kind: "member" }));
  const offers = async () => (await allItems()).filter((row) => row["__edb_e__"] === "invitation" && row["orgId"] === other.orgId);
  expect(await offers()).toHaveLength(1);
  expect(sees(await offers(), [person.email])).toEqual([]);
  expect(await as(other, () => Invitation.list({}))).toMatchObject([{ email: person.email }]);

  await ask(person.member, person.email);
  expect((await erase(person.member.userId)).removed).toMatchObject({ invitation: 1 });

  expect(await offers()).toEqual([]);
});

test("between the asking and the end nobody gets a token or an organisation again", async () => {
  const person = await furnish(memory, "between");
  await ask(person.member, person.email);
  const { userId } = person.member;

  await expect(as(actors.system, () => Account.tokenFacts({ userId, email: person.email }))).rejects.toMatchObject({ code: "account.ending" });
  expect((await allItems()).filter((row) => row["__edb_e__"] === "membership" && row["userId"] === userId)).toEqual([]);
});
