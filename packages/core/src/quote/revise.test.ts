import { beforeAll, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { acceptance, pricedQuote } from "../../../../test/support/orders.ts";
import { revised } from "../../../../test/support/invariants/engagement.ts";
import { itemsOf } from "../../../../test/support/invariants/items.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import type { Actor } from "../kernel/actor.ts";
import * as Quote from "./index.ts";

beforeAll(startTable);

const { buyerOwner, admin } = actors;
const inAYear = new Date(NOW.getTime() + 365 * 86_400_000);
const large = { garmentType: "hoodie", quantity: 30_000, fabric: "cotton" } as const;

const reviewed = async () => (await as(buyerOwner, () => Quote.create({ brief: large }))).quote;
const read = (quoteId: string, at = NOW) => as(buyerOwner, () => Quote.get({ quoteId }), { now: at });
const revisionsOf = (quoteId: string, by: Actor = buyerOwner) => as(by, () => Quote.revisions({ quoteId }));

describe("an expired price", () => {
  test("comes back as a new revision at the price of that day, and the one before stays as it was", async () => {
    const { quoteId } = await pricedQuote();
    const before = await read(quoteId);

    const { quote } = await as(buyerOwner, () => Quote.revise({ quoteId, revision: 1 }), { now: inAYear });
    const { items } = await revisionsOf(quoteId);

    expect(quote).toMatchObject({ revision: 2, status: "priced", isExpired: false, total: before.total });
    expect(quote.validUntil > inAYear.toISOString()).toBe(true);
    expect(items.map(({ revision, by }) => [revision, by])).toEqual([
      [1, "buyer"],
      [2, "buyer"],
    ]);
    expect(items[0]).toMatchObject({ priced: before.priced, brief: before.brief });
  });

  test("is accepted by the name of its new revision, never by the old one", async () => {
    const { quoteId } = await pricedQuote();
    await as(buyerOwner, () => Quote.revise({ quoteId, revision: 1 }), { now: inAYear });

    await expect(as(buyerOwner, () => Quote.accept(acceptance(quoteId)), { now: inAYear })).rejects.toMatchObject({ code: "quote.revised" });
    await as(buyerOwner, () => Quote.accept({ ...acceptance(quoteId), revision: 2 }), { now: inAYear });

    expect(await read(quoteId)).toMatchObject({ status: "accepted", revision: 2 });
  });
});

test("of two that revise the same revision at once one makes it, and the other reads again", async () => {
  const { quoteId } = await pricedQuote();
  const revise = (key: string) => as(buyerOwner, () => Quote.revise({ quoteId, revision: 1 }), { key: `${key}-${quoteId}` });

  const both = await Promise.allSettled([revise("left"), revise("right")]);

  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await revisionsOf(quoteId)).items).toHaveLength(2);
});

test("an edited brief gets its own price, name and quantity", async () => {
  const { quoteId } = await pricedQuote();
  const { brief } = await read(quoteId);

  const { quote } = await as(buyerOwner, () => Quote.revise({ quoteId, revision: 1, brief: { ...brief, quantity: 450, sizes: undefined } }));

  expect(quote).toMatchObject({ revision: 2, quantity: 450, brief: { quantity: 450 } });
  expect(quote.title).toContain("450");
});

describe("a price above what stands as computed", () => {
  test("waits for a person and says why; nobody can accept it meanwhile", async () => {
    const quote = await reviewed();

    expect(quote).toMatchObject({ status: "in_review", review: ["value", "quantity"] });
    await expect(as(buyerOwner, () => Quote.accept(acceptance(quote.quoteId)))).rejects.toMatchObject({ code: "quote.transition" });
  });

  test("goes out as it is and can be accepted", async () => {
    const { quoteId, total } = await reviewed();

    await as(admin, () => Quote.send({ quoteId, revision: 1 }));

    expect(await read(quoteId)).toMatchObject({ status: "sent", revision: 1, total, revisedBy: "buyer" });
    await as(buyerOwner, () => Quote.accept(acceptance(quoteId)));
    expect(await read(quoteId)).toMatchObject({ status: "accepted" });
  });

  test("goes out as it was edited, as a revision with its author, whom the buyer does not learn", async () => {
    const { quoteId, total } = await reviewed();
    const edit = { feeBps: 100 };

    await as(admin, () => Quote.send({ quoteId, revision: 1, edit, note: "Cloth from stock." }));

    const [sent, own, theirs] = [await read(quoteId), await revisionsOf(quoteId), await revisionsOf(quoteId, admin)];
    expect(sent).toMatchObject({ status: "sent", revision: 2, revisedBy: "platform", note: "Cloth from stock." });
    expect(sent.total.amount).toBeLessThan(total.amount);
    expect(theirs.items[1]).toMatchObject({ by: "platform", actorId: admin.type === "admin" ? admin.userId : "" });
    expect(own.items[1]).not.toHaveProperty("actorId");
  });

  test("is turned down with a reason that the buyer reads", async () => {
    const { quoteId } = await reviewed();

    await as(admin, () => Quote.turnDown({ quoteId, reason: "Nobody we know makes so many." }));

    expect(await read(quoteId)).toMatchObject({ status: "declined", declineReason: "Nobody we know makes so many." });
  });
});

test.each<[string, Actor, (quoteId: string) => Promise<unknown>, string]>([
  [
    "a buyer cannot let their own price go out",
    buyerOwner,
    (quoteId) => Quote.send({ quoteId, revision: 1, edit: { feeBps: 0 } }),
    "quote.send.forbidden",
  ],
  ["a viewer cannot price anew", actors.buyerViewer, (quoteId) => Quote.revise({ quoteId, revision: 1 }), "quote.revise.forbidden"],
  ["another buyer cannot read the revisions", actors.otherBuyer, (quoteId) => Quote.revisions({ quoteId }), "record.not_found"],
  ["a supplier cannot read what was asked", actors.supplierOwner, (quoteId) => Quote.notes({ quoteId }), "record.not_found"],
  ["a viewer cannot ask", actors.buyerViewer, (quoteId) => Quote.note({ quoteId, text: "Is it soft?" }), "quote.note.forbidden"],
])("%s", async (_name, by, deed, code) => {
  const { quoteId } = await pricedQuote();

  await expect(as(by, () => deed(quoteId))).rejects.toMatchObject({ code });
});

test("a question is answered under the quote, and the answer is what the buyer is written", async () => {
  const { quoteId } = await pricedQuote();
  await as(buyerOwner, () => Quote.note({ quoteId, text: "Is it brushed inside?" }));
  const answer = await as(admin, () => Quote.note({ quoteId, text: "It is." }));

  const { items } = await as(buyerOwner, () => Quote.notes({ quoteId }));

  expect(items.map(({ side, text }) => [side, text])).toEqual([
    ["buyer", "Is it brushed inside?"],
    ["platform", "It is."],
  ]);
  expect(await Quote.answerOf(quoteId, answer.noteId)).toMatchObject({ to: buyerOwner.orgId, text: "It is." });
});

test("whoever holds the link reads the quote until it is turned off", async () => {
  const { quoteId } = await pricedQuote();
  const { token } = await as(buyerOwner, () => Quote.share({ quoteId }));
  const byLink = (claim: string) => as(actors.visitor, () => Quote.getByClaim({ quoteId, claim }));

  expect(await byLink(token)).toMatchObject({ quoteId, isShared: true });
  await expect(byLink("x".repeat(43))).rejects.toMatchObject({ code: "record.not_found" });
  await as(buyerOwner, () => Quote.unshare({ quoteId }));
  await expect(byLink(token)).rejects.toMatchObject({ code: "record.not_found" });
});

test("a quote has every revision up to the one in force, and as many questions and answers as it counts", async () => {
  expect(revised(itemsOf(await allItems()))).toEqual([]);
});
