import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors, SUPPLIER } from "../../../../test/support/actors.ts";
import { orderThat } from "../../../../test/support/orders.ts";
import { allItems, as, cost, startTable } from "../../../../test/support/table.ts";
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { newId } from "../kernel/id.ts";
import { Header } from "../order/entities.ts";
import * as Order from "../order/index.ts";
import { dynamo } from "../table/client.ts";
import { changing } from "../table/write.ts";
import { ratingsOf } from "./listing.ts";
import { readFigures } from "../supplier/figures.ts";
import * as Rating from "./index.ts";

beforeAll(startTable);

const scores = { quality: 5, communication: 4, delivery: 3 };
const words = "Even seams, and every box was labelled as we asked.";
let orderId = "";

beforeEach(async () => {
  orderId = (await orderThat({ status: "completed", supplierId: SUPPLIER })).orderId;
});

const give = (said: object = {}) => as(actors.buyerOwner, () => Rating.give({ orderId, scores, ...said }));
const byAdmin = <T>(run: () => Promise<T>) => as(actors.admin, run);
const sums = async () => {
  const [figures] = await readFigures([SUPPLIER]);
  return { ratingSum: figures?.counts.ratingSum ?? 0, ratingCount: figures?.counts.ratingCount ?? 0 };
};
const refusal = (code: string) => expect.objectContaining({ code });

describe("a buyer's rating", () => {
  test("reaches the supplier's sum and count once, whatever is tried again", async () => {
    const before = await sums();

    const tries = await Promise.allSettled([give(), give(), give({ words })]);
    const again = await give().catch((error: unknown) => error);

    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(again).toEqual(refusal("rating.given"));
    expect(await sums()).toEqual({ ratingSum: before.ratingSum + 12, ratingCount: before.ratingCount + 1 });
  });

  test("waits until the order is completed", async () => {
    orderId = (await orderThat({ status: "delivered", supplierId: SUPPLIER })).orderId;

    expect(await as(actors.buyerOwner, () => Rating.get({ orderId }))).toEqual({ canRate: false, canReply: false });
    await expect(give()).rejects.toEqual(refusal("rating.not_completed"));
  });

  test("is offered to who may give it, until it is given", async () => {
    expect(await as(actors.buyerOwner, () => Rating.get({ orderId }))).toMatchObject({ canRate: true });
    expect(await as(actors.buyerViewer, () => Rating.get({ orderId }))).toMatchObject({ canRate: false });

    await give();

    expect(await as(actors.buyerOwner, () => Rating.get({ orderId }))).toMatchObject({ canRate: false, rating: { scores, state: "wordless" } });
  });

  test.each([
    ["a viewer of the buyer", actors.buyerViewer, "forbidden"],
    ["the supplier it is about", actors.supplierOwner, "forbidden"],
    ["an admin", actors.admin, "forbidden"],
    ["another buyer", actors.otherBuyer, "not_found"],
  ] as const)("is not given by %s", async (_who, actor, kind) => {
    await expect(as(actor, () => Rating.give({ orderId, scores }))).rejects.toMatchObject({ kind });
  });
});

test("a rating of an order that was placed from a listing reaches that listing too, once", async () => {
  const productId = newId("product");
  const listing = async () => (await ratingsOf([productId]))[0];
  const order = await Order.find(orderId);
  if (!order) throw new Error("the order is gone");
  await dynamo.send(new TransactWriteItemsCommand({ TransactItems: [changing(Header.patch({ orderId }).set({ productId }))] }));
  expect(await listing()).toBeUndefined();

  await Promise.allSettled([give(), give()]);

  expect(await listing()).toEqual({ hundredths: 400, of: 1 });
});

describe("its words", () => {
  test("wait for the platform, which shows or hides them; the scores stay counted", async () => {
    await give({ words });
    const counted = await sums();
    expect((await byAdmin(() => Rating.list({}))).items.map((one) => one.orderId)).toContain(orderId);

    await byAdmin(() => Rating.show({ orderId }));
    const { state } = await byAdmin(() => Rating.hide({ orderId }));

    expect(state).toBe("hidden");
    expect((await byAdmin(() => Rating.list({}))).items.map((one) => one.orderId)).not.toContain(orderId);
    expect(await sums()).toEqual(counted);
  });

  test("are not there to decide about in a rating without any", async () => {
    await give();

    await expect(byAdmin(() => Rating.show({ orderId }))).rejects.toEqual(refusal("rating.wordless"));
  });

  test("are answered by the supplier's office, once", async () => {
    await give({ words });
    const reply = () => as(actors.supplierManager, () => Rating.reply({ orderId, reply: "Thank you; we look forward to the next one." }));

    await expect(as(actors.supplierFactory, () => Rating.reply({ orderId, reply: "Thanks from the floor." }))).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect(await reply()).toMatchObject({ reply: expect.stringContaining("Thank you") });
    await expect(reply()).rejects.toEqual(refusal("rating.replied"));
  });

  test("go into no event", async () => {
    await give({ words });

    const events = (await allItems()).filter((row) => row["__edb_e__"] === "event");
    expect(JSON.stringify(events)).not.toContain("Even seams");
  });
});

test("a rating costs two reads one after the other and one transaction", async () => {
  expect(await cost(() => as(actors.buyerOwner, () => Rating.give({ orderId, scores }), { key: "rate-1" }))).toMatchObject({ requests: 3, hops: 3 });
});
