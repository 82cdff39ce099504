import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { actors, idOf } from "../../../../test/support/actors.ts";
import { acceptance } from "../../../../test/support/orders.ts";
import { allItems, as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import { commit } from "../table/commit.ts";
import * as Quote from "../quote/index.ts";
import { count } from "./count.ts";
import * as Market from "./index.ts";
import * as store from "./store.ts";

beforeAll(startTable);

const buyer = (at: number): Member => ({ ...actors.buyerOwner, userId: `user-${at}`, orgId: idOf("org", `m${at}`) });
const NEXT = new Date("2026-04-05T09:00:00.000Z");
const message = (type: string, data: Record<string, unknown>, at = NOW.toISOString()) =>
  as(actors.system, () => count({ type, at, data }), { key: randomUUID() });
const quoted = async (at: number, quantity = 300) =>
  (await as(buyer(at), () => Quote.create({ brief: { garmentType: "t-shirt", quantity, fabric: "cotton" } }))).quote;
/** Cases of a supplier, as the worker would count them. */
const made = (supplierId: string, amount: number) =>
  as(actors.system, () =>
    commit({
      about: supplierId,
      writes: store.countWrites({
        caseId: randomUUID(),
        measure: "made",
        month: "2026-03",
        family: "knitwear",
        garmentType: "sweater",
        amount,
        quantity: 300,
        whose: supplierId,
      }),
      events: [],
      reply: null,
    }),
  );
const benchmark = (garmentType: "t-shirt" | "sweater", at = NEXT) =>
  as(actors.buyerOwner, () => Market.benchmark({ garmentType, quantity: 300 }), { now: at });

test("what others pay is told from five different buyers on, once their month is over, in one request", async () => {
  for (const at of [1, 2, 3, 4]) await message("quote.priced", { quoteId: (await quoted(at)).quoteId });
  const last = await quoted(5);
  expect((await benchmark("t-shirt")).figure).toBeUndefined();

  await message("quote.priced", { quoteId: last.quoteId });

  const view = await benchmark("t-shirt");
  expect(view).toMatchObject({ measure: "quoted", band: 1, figure: { cases: 5 }, span: { from: "2025-04", to: "2026-03" } });
  expect(Math.abs((view.figure?.median.amount ?? 0) - last.priced.unitPrice.amount) * 40).toBeLessThanOrEqual(last.priced.unitPrice.amount + 40);
  expect(view.words).toMatch(/half of 5 cases/);
  expect((await benchmark("t-shirt", NOW)).figure).toBeUndefined();
  expect((await cost(() => benchmark("t-shirt"))).requests).toBe(1);
});

test("a case is counted once, however often and late its message comes", async () => {
  const { quoteId } = await quoted(1);
  const before = (await benchmark("t-shirt")).figure?.cases ?? 0;
  await message("quote.priced", { quoteId });

  await expect(message("quote.priced", { quoteId })).rejects.toMatchObject({ code: "market.counted" });
  await expect(message("quote.priced", { quoteId }, "2026-02-02T00:00:00.000Z")).rejects.toMatchObject({ code: "market.counted" });

  expect((await benchmark("t-shirt")).figure?.cases ?? 0).toBe(before + 1);
});

test("an order counts at what a piece of it costs; one that is not there is no case", async () => {
  const made_ = await quoted(1);
  const { orderId } = await as(buyer(1), () => Quote.accept(acceptance(made_.quoteId)));

  await message("order.deposit_paid", { orderId, paymentId: "pay" });

  const rows = (await allItems()).filter((row) => row["__edb_e__"] === "market-month" && row["measure"] === "ordered");
  expect(rows.map(({ segment, what }) => `${String(segment)} ${String(what)}`).toSorted()).toEqual(["families casualwear", "garment:t-shirt all"]);
  await expect(message("order.deposit_paid", { orderId: idOf("ord", "none") })).rejects.toMatchObject({ code: "market.no_case" });
});

test("a supplier sees its own prices from the first, and the spread only of five suppliers none of which is most of it", async () => {
  const [own, ...others] = ["sx", "sy", "sz", "sv", "sw"].map((tag) => idOf("org", tag));
  const supplier: Member = { ...actors.supplierOwner, orgId: own ?? "" };
  const position = () => as(supplier, () => Market.position({ garmentType: "sweater" }), { now: NEXT });
  await made(supplier.orgId, 1_000);
  for (const other of others.slice(0, 3)) await made(other, 2_000);
  expect(await position()).toMatchObject({ own: { cases: 1 } });
  expect((await position()).spread).toBeUndefined();

  await made(others[3] ?? "", 2_000);

  const { spread } = await position();
  expect(spread?.cases).toBe(5);
  expect(JSON.stringify(await position())).not.toMatch(new RegExp(others.join("|")));
  for (let more = 0; more < 5; more += 1) await made(supplier.orgId, 1_000);
  expect((await position()).spread).toBeUndefined();
  // What suppliers ask is not what buyers pay.
  expect((await benchmark("sweater")).figure).toBeUndefined();
});

test("nothing that is kept of the market names anybody, but a supplier's own row", async () => {
  const rows = (await allItems()).filter((row) => String(row["__edb_e__"]).startsWith("market-") && !String(row["segment"]).startsWith("own:"));

  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/org_|user-|quo_|ord_/);
});

test("an administrator keeps what they saw of a competitor, and takes it away", async () => {
  const seen = { source: "Rival's price list", seenOn: "2026-03-01", unitPrice: usd(990), quantity: 500 };
  const { observationId } = await as(actors.admin, () => Market.observe({ garmentType: "hoodie", ...seen }));
  const read = () => as(actors.admin, () => Market.garment({ garmentType: "hoodie" }));
  expect(await read()).toMatchObject({ observations: [{ ...seen, observationId }], words: { source: "fallback" } });

  await as(actors.admin, () => Market.forget({ garmentType: "hoodie", observationId }));

  expect((await read()).observations).toEqual([]);
  await expect(as(actors.admin, () => Market.forget({ garmentType: "hoodie", observationId }))).rejects.toMatchObject({
    code: "market.observation_gone",
  });
});

test("the trend of every family is one request, its months those that are over", async () => {
  let view: Awaited<ReturnType<typeof Market.trends>> | undefined;
  const { requests } = await cost(async () => (view = await as(actors.admin, () => Market.trends({}), { now: NEXT })));

  expect(requests).toBe(1);
  expect(view?.families.map(({ months }) => months.length)).toEqual([12, 12, 12, 12, 12]);
});
