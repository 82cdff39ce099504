import { beforeAll, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { newSupplier } from "../../../../test/support/listing.ts";
import { acceptance, orderThat, pricedQuote } from "../../../../test/support/orders.ts";
import { givenFile, soundFile } from "../../../../test/support/quote-files.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import type { Actor, Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import { Blob, Links } from "../ports/blob.ts";
import { rowsAt } from "../table/held.ts";
import * as Rfq from "../rfq/index.ts";
import * as Upload from "../upload/index.ts";
import { adoptFile } from "./adopt-file.ts";
import * as Quote from "./index.ts";

const { buyerOwner, buyerViewer, otherBuyer, admin, visitor, system } = actors;
let supplier: Member;
const gone: string[] = [];
beforeAll(async () => {
  await startTable();
  supplier = await newSupplier("files");
  Links.provide({
    presignPost: async ({ key, type, maxBytes }) => ({ url: "https://storage.example", fields: { key, type, most: String(maxBytes) }, key }),
    presignGet: async ({ key, seconds, downloadAs }) => `https://storage.example/${key}?for=${seconds}&as=${downloadAs ?? ""}`,
  });
  Blob.provide({ put: async () => undefined, get: async () => undefined, remove: async (key) => void gone.push(key) });
});

const list = (quoteId: string, who: Actor = buyerOwner) => as(who, () => Quote.files({ quoteId }));
const link = (quoteId: string, uploadId: string, who: Actor = buyerOwner) => as(who, () => Quote.fileLink({ quoteId, uploadId }));
const accept = (quoteId: string) => as(buyerOwner, () => Quote.accept(acceptance(quoteId)));
const adopt = (quoteId: string, uploadId: string) => as(system, () => adoptFile({ quoteId, uploadId }));
const brief = { garmentType: "t-shirt", quantity: 300, fabric: "cotton" } as const;
/** What the suppliers of the test can make. */
const knit = { garmentType: "pullover", quantity: 300, fabric: "wool-blend" } as const;
const headerOf = async (quoteId: string) => (await rowsAt("quoteId", quoteId)).find((row) => row["__edb_e__"] === "quote");

describe("a file of a quote", () => {
  test("is asked for with its kind and at most 25 MB, and goes with the quote once it was found sound", async () => {
    const { quoteId } = await pricedQuote();
    const slot = await as(buyerOwner, () => Quote.askFile({ quoteId, name: "pack.pdf", type: "application/pdf" }));

    expect(slot.fields).toMatchObject({ key: `incoming/quote/${quoteId}/${slot.uploadId}`, most: String(25 * 1024 * 1024) });
    expect((await list(quoteId)).items).toMatchObject([{ name: "pack.pdf", state: "waiting" }]);
    await expect(link(quoteId, slot.uploadId)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is shown to its buyer and the platform with its size, by a link of five minutes and never by its key", async () => {
    const { quoteId } = await pricedQuote();
    const uploadId = await givenFile(buyerOwner, quoteId, "logo & text.pdf");

    const shown = await list(quoteId, buyerViewer);

    expect(shown.items).toMatchObject([{ uploadId, state: "ready", ending: "pdf", bytes: 1_200 }]);
    expect(JSON.stringify(shown)).not.toContain("quote/");
    expect((await link(quoteId, uploadId, admin)).url).toBe(`https://storage.example/quote/${quoteId}/${uploadId}.pdf?for=300&as=logo _ text.pdf`);
    await expect(list(quoteId, otherBuyer)).rejects.toMatchObject({ kind: "not_found" });
    await expect(list(quoteId, supplier)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is added and taken out by those alone who act for the buyer, while the quote can be answered", async () => {
    const { quoteId } = await pricedQuote();
    const [kept, taken] = [await givenFile(buyerOwner, quoteId), await givenFile(buyerOwner, quoteId)];
    const remove = (uploadId: string, who: Actor = buyerOwner) => as(who, () => Quote.removeFile({ quoteId, uploadId }));

    await expect(remove(kept, buyerViewer)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(remove(kept, admin)).rejects.toMatchObject({ kind: "forbidden" });
    await remove(taken);
    await expect(remove(taken)).rejects.toMatchObject({ kind: "not_found" });
    await accept(quoteId);

    await expect(remove(kept)).rejects.toMatchObject({ code: "quote.files_closed" });
    await expect(givenFile(buyerOwner, quoteId)).rejects.toMatchObject({ code: "quote.files_closed" });
    expect((await list(quoteId)).items.map(({ uploadId }) => uploadId)).toEqual([kept]);
    expect(await headerOf(quoteId)).toMatchObject({ files: 1 });
  });

  test("that was found sound after the quote was accepted is refused", async () => {
    const { quoteId } = await pricedQuote();
    const uploadId = await soundFile(buyerOwner, quoteId);
    await accept(quoteId);

    await adopt(quoteId, uploadId);

    expect((await list(quoteId)).items).toMatchObject([{ state: "refused", reason: expect.stringContaining("answered") }]);
  });

  test("stays when the quote is priced anew", async () => {
    const { quoteId } = await pricedQuote();
    const uploadId = await givenFile(buyerOwner, quoteId);

    await as(buyerOwner, () => Quote.revise({ quoteId, revision: 1, brief: { ...brief, quantity: 400 } }));

    expect((await list(quoteId)).items.map((one) => one.uploadId)).toEqual([uploadId]);
    expect(await headerOf(quoteId)).toMatchObject({ files: 1, revision: 2 });
  });
});

test("of eleven files that come at once exactly ten are taken, each once, and the eleventh is told why", async () => {
  const { quoteId } = await pricedQuote();
  const sent = await Promise.all(Array.from({ length: 11 }, (_, place) => soundFile(buyerOwner, quoteId, `${place}.pdf`)));

  await Promise.all([...sent, ...sent.slice(0, 3)].map((uploadId) => adopt(quoteId, uploadId).catch(() => undefined)));
  await Promise.all(sent.map((uploadId) => adopt(quoteId, uploadId)));

  const { items } = await list(quoteId);
  expect(items.filter(({ state }) => state === "ready")).toHaveLength(10);
  expect(items.filter(({ state }) => state === "refused")).toMatchObject([{ reason: expect.stringContaining("ten files") }]);
  expect(await headerOf(quoteId)).toMatchObject({ files: 10 });
  await expect(soundFile(buyerOwner, quoteId)).rejects.toMatchObject({ code: "quote.files_full" });
});

test("a file that is taken out twice at once is counted once", async () => {
  const { quoteId } = await pricedQuote();
  const [uploadId] = [await givenFile(buyerOwner, quoteId), await givenFile(buyerOwner, quoteId)];

  await Promise.allSettled(Array.from({ length: 4 }, () => as(buyerOwner, () => Quote.removeFile({ quoteId, uploadId }))));

  expect(await headerOf(quoteId)).toMatchObject({ files: 1 });
});

describe("a guest", () => {
  const guestQuote = async () => {
    const { quote, claim = "" } = await as(actors.guest, () => Quote.create({ brief }));
    return { quoteId: quote.quoteId, claim };
  };
  const ask = (quoteId: string, claim: string) => as(visitor, () => Quote.askFileAsGuest({ quoteId, claim, name: "sketch.png", type: "image/png" }));

  test("adds files by the secret of their own quote, not by that of a shared link or of nothing", async () => {
    const { quoteId, claim } = await guestQuote();
    await ask(quoteId, claim);

    expect((await as(visitor, () => Quote.filesAsGuest({ quoteId, claim }))).items).toMatchObject([{ name: "sketch.png" }]);
    await expect(ask(quoteId, "another secret of this length")).rejects.toMatchObject({ kind: "not_found" });
    const shared = await pricedQuote();
    const { token } = await as(buyerOwner, () => Quote.share({ quoteId: shared.quoteId }));
    await givenFile(buyerOwner, shared.quoteId);
    await expect(as(visitor, () => Quote.filesAsGuest({ quoteId: shared.quoteId, claim: token }))).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("whoever makes it", () => {
  test("opens the files of an order when it has taken it, not while it is only offered", async () => {
    const own = { supplierId: supplier.orgId, supplierName: "Files Ltd" };
    const offered = await orderThat({ status: "offered", ...own });
    const taken = await orderThat({ status: "accepted", ...own });
    const ofOrder = (orderId: string, who: Actor) => as(who, () => Quote.filesOfOrder({ orderId }));

    await expect(ofOrder(offered.orderId, supplier)).rejects.toMatchObject({ code: "quote.files_offered" });
    await expect(ofOrder(taken.orderId, otherBuyer)).rejects.toMatchObject({ kind: "not_found" });
    expect(await ofOrder(taken.orderId, supplier)).toEqual({ items: [] });
    expect(await ofOrder(offered.orderId, buyerOwner)).toEqual({ items: [] });
  });

  test("sees no file of a request unless its buyer sent them along, and then exactly those that were there", async () => {
    const { quoteId } = await pricedQuote();
    const first = await givenFile(buyerOwner, quoteId, "pack.pdf");
    const [without, along] = await Promise.all([
      as(buyerOwner, () => Rfq.open({ brief: knit })),
      as(buyerOwner, () => Rfq.open({ brief: knit, filesOf: quoteId })),
    ]);
    const later = await givenFile(buyerOwner, quoteId, "later.pdf");
    const seen = (rfqId: string) => as(supplier, () => Rfq.files({ rfqId }));

    expect((await seen(without.rfqId)).items).toEqual([]);
    expect((await seen(along.rfqId)).items).toMatchObject([{ uploadId: first, name: "pack.pdf" }]);
    expect((await as(supplier, () => Rfq.fileLink({ rfqId: along.rfqId, uploadId: first }))).url).toContain("for=300");
    await expect(as(supplier, () => Rfq.fileLink({ rfqId: along.rfqId, uploadId: later }))).rejects.toMatchObject({ kind: "not_found" });
    await expect(as(supplier, () => Rfq.fileLink({ rfqId: without.rfqId, uploadId: first }))).rejects.toMatchObject({ kind: "not_found" });
    await expect(as(otherBuyer, () => Rfq.open({ brief: knit, filesOf: quoteId }))).rejects.toMatchObject({ kind: "not_found" });
  });

  test("goes on opening them in the order that its bid becomes, and who lost does not", async () => {
    const loser = await newSupplier("files-lost");
    const { quoteId } = await pricedQuote();
    const uploadId = await givenFile(buyerOwner, quoteId);
    const { rfqId } = await as(buyerOwner, () => Rfq.open({ brief: knit, filesOf: quoteId }));
    const bid = { breaks: [{ from: 100, unitPrice: usd(900) }], moq: 100, leadDays: 30, validUntilOn: "2026-04-01" };
    for (const who of [supplier, loser]) await as(who, () => Rfq.bid({ rfqId, ...bid }));
    const { shippingAddress, termsVersion } = acceptance("");
    const { orderId } = await as(buyerOwner, () => Rfq.award({ rfqId, supplierId: supplier.orgId, round: 1, shippingAddress, termsVersion }));

    expect((await as(loser, () => Rfq.files({ rfqId }))).items).toEqual([]);
    expect((await as(buyerOwner, () => Quote.filesOfOrder({ orderId }))).items.map((one) => one.uploadId)).toEqual([uploadId]);
  });
});

test("what was taken out, and what nothing came for, is swept after a week with its file", async () => {
  const { quoteId } = await pricedQuote();
  const [kept, taken] = [await givenFile(buyerOwner, quoteId), await givenFile(buyerOwner, quoteId)];
  await as(buyerOwner, () => Quote.askFile({ quoteId, name: "never.pdf", type: "application/pdf" }));
  await as(buyerOwner, () => Quote.removeFile({ quoteId, uploadId: taken }));

  await as(system, Upload.sweepAbandoned, { now: new Date("2026-03-20T09:00:00.000Z") });

  const left = (await allItems()).filter((item) => item["__edb_e__"] === "upload" && item["subjectId"] === quoteId);
  expect(left.map((item) => item["uploadId"])).toEqual([kept]);
  expect(gone).toContain(`quote/${quoteId}/${taken}.pdf`);
  expect(gone).not.toContain(`quote/${quoteId}/${kept}.pdf`);
});

describe("the files of a quote that is being written", () => {
  const secrets = Array.from({ length: 8 }, (_, index) => String(index).repeat(43));
  const ask = (draft: string) => as(visitor, () => Quote.askDraftFile({ draft, name: "art.pdf", type: "application/pdf" }));
  const settle = (subjectId: string, uploadId: string) =>
    as(system, () => Upload.settle({ subjectId, uploadId, verdict: { state: "ready", key: `quote/${subjectId}/${uploadId}.pdf`, bytes: 900 } }));
  const make = (draft: string, who: Actor = buyerOwner) => as(who, () => Quote.create({ brief: { ...brief, complexity: "medium" }, draft }));
  const seen = async (draft: string) => (await as(visitor, () => Quote.filesOfDraft({ draft }))).items.map(({ state }) => state);
  /** A slot whose file the checker has looked into. */
  const sound = async (draft: string) => {
    const { uploadId, fields } = await ask(draft);
    const quoteId = String(fields["key"]).split("/")[2] ?? "";
    await settle(quoteId, uploadId);
    await adopt(quoteId, uploadId);
    return { quoteId, uploadId };
  };

  test("wait for it, go with it when it is made, and are its buyer's alone from then on", async () => {
    const [draft = ""] = secrets;
    const { quoteId, uploadId } = await sound(draft);
    const late = await ask(draft);
    const taken = await sound(draft);
    await as(visitor, () => Quote.removeDraftFile({ draft, uploadId: taken.uploadId }));
    expect(await seen(draft)).toEqual(["ready", "waiting"]);

    const { quote } = await make(draft);
    await settle(quoteId, late.uploadId);
    await adopt(quoteId, late.uploadId);

    expect(quote.quoteId).toBe(quoteId);
    expect((await list(quoteId)).items.map((file) => [file.uploadId, file.state])).toEqual([
      [uploadId, "ready"],
      [late.uploadId, "ready"],
    ]);
    expect(await headerOf(quoteId)).toMatchObject({ files: 2 });
    expect(await seen(draft)).toEqual([]);
    await expect(ask(draft)).rejects.toMatchObject({ code: "quote.draft_used" });
    await expect(as(visitor, () => Quote.removeDraftFile({ draft, uploadId }))).rejects.toMatchObject({ code: "quote.draft_used" });
    await expect(make(draft, otherBuyer)).rejects.toMatchObject({ code: "quote.draft_used" });
    await expect(list(quoteId, otherBuyer)).rejects.toMatchObject({ kind: "not_found" });
    expect((await Upload.ofSubject(quoteId, 10)).filter(({ use }) => use === "adopted").map(({ orgId }) => orgId)).toEqual([
      quote && buyerOwner.orgId,
      buyerOwner.orgId,
    ]);
  });

  test("that are judged while it is made are with it whichever comes first", async () => {
    const [, draft = ""] = secrets;
    const slots = [await ask(draft), await ask(draft), await ask(draft)];
    const quoteId = String(slots[0]?.fields["key"]).split("/")[2] ?? "";

    await Promise.all([
      make(draft),
      ...slots.map(async ({ uploadId }) => {
        await settle(quoteId, uploadId);
        await adopt(quoteId, uploadId);
      }),
    ]);

    expect((await list(quoteId)).items.map(({ state }) => state)).toEqual(["ready", "ready", "ready"]);
    expect(await headerOf(quoteId)).toMatchObject({ files: 3 });
  });

  test("are ten at most, are nobody's without the secret, and are swept when no quote is made", async () => {
    const [, , draft = "", other = ""] = secrets;
    for (let times = 0; times < 9; times += 1) await ask(draft);
    const { quoteId } = await sound(draft);

    await expect(ask(draft)).rejects.toMatchObject({ code: "quote.files_full" });
    expect(await seen(other)).toEqual([]);
    await expect(as(visitor, () => Quote.filesOfDraft({ draft: "short" }))).rejects.toMatchObject({ kind: "invalid" });
    await expect(link(quoteId, "upl_00000000000000000000000000")).rejects.toMatchObject({ kind: "not_found" });
    await as(system, () => Upload.sweepAbandoned(), { now: new Date(Date.parse("2031-01-01")) });
    expect(await seen(draft)).toEqual([]);
    expect((await Upload.ofSubject(quoteId, 20)).length).toBe(0);
  });
});
