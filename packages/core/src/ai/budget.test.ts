import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import { Model } from "../ports/model.ts";
import * as Ai from "./index.ts";
import { forgetSettings } from "./settings.ts";
import { costOf, priceOf, worstOf } from "./rules.ts";
import { quoteAnalysis } from "./tasks/quote-analysis.ts";

beforeAll(startTable);

const MODEL_ID = "amazon.nova-lite-v1:0";
// What a day may cost is read once by a process, so each test has a day of its own instead of a budget of its own.
const price = priceOf(MODEL_ID, "2026-03-02") ?? { from: "2026-03-02", input: 0, output: 0 };
const BYTES = 1_000;
const worst = worstOf(price, { bytes: BYTES, maxTokens: quoteAnalysis.maxTokens });
const DAY_MICROS = 40 * worst;
Object.assign(process.env, { MODEL_DAY_MICROS: String(DAY_MICROS), MODEL_ID, IMAGE_MODEL_ID: "amazon.nova-canvas-v1:0" });

const facts = {
  garment: "500 hoodies",
  fabric: "cotton",
  make: "Medium",
  decoration: "none",
  schedule: "Standard schedule",
  leadTime: "45 working days",
  total: "US$6,200.00",
  perPiece: "US$12.40",
  price: {},
  suggestions: [],
  risks: [],
};
const good = { summary: "Five hundred hoodies for US$6,200.00, made in 45 working days.", suggestions: [], risks: [] };
/** Only the stage's day is narrow here. */
const wide = { ...quoteAnalysis, name: "wide-analysis", quota: { perHour: 1_000, perOwnerDay: 1_000, taskBps: 20_000 } };

let day = 100;
let now: Date;
beforeEach(() => {
  day += 1;
  now = new Date(NOW.getTime() + day * 86_400_000);
});

/** A model that answers when `open` lets it, so that all who ask have asked before one is settled; it works out at the worst there can be. */
function modelThat(answers: () => Promise<void>): { readonly calls: () => number } {
  let calls = 0;
  Model.provide({
    id: () => MODEL_ID,
    sizeOf: () => BYTES,
    read: async () => {
      calls += 1;
      await answers();
      return { outcome: "answered", value: good, usage: { inputTokens: BYTES + 1_000, outputTokens: quoteAnalysis.maxTokens } };
    },
  });
  return { calls: () => calls };
}

let keys = 0;
const ask = (ownerId: string, task: typeof quoteAnalysis = wide) => {
  keys += 1;
  const key = `evt_budget_${keys}`;
  return as(actors.system, () => Ai.ask(task, facts, { key, ownerId }), { now });
};
const today = () => now.toISOString().slice(0, 10);
const rowsOf = async (entity: string) => (await allItems()).filter((item) => item["__edb_e__"] === entity);
const stageUsed = async () => {
  const start = Math.floor(now.getTime() / 86_400_000) * 86_400;
  return Number((await allItems()).find(({ pk, sk }) => pk === "$sleek#ai_stage" && sk === `$window_1#${start}`)?.["used"] ?? 0);
};
const spentToday = async () => (await as(actors.system, () => Ai.usageOn(today()))).reduce((sum, { costMicros }) => sum + costMicros, 0);
/** How much was told today to have been used up, in percent. */
const alerts = async () =>
  (await rowsOf("event"))
    .filter(({ type, at }) => type === "ai.budget_reached" && String(at).startsWith(today()))
    .map(({ data }) => Number(Reflect.get(Object(data), "percent")))
    .toSorted((a, b) => a - b);
const spend = () => as(actors.admin, () => Ai.spend({}), { now });

describe("a budget for forty reservations", () => {
  test("lets forty of a hundred parallel calls run; sixty get the rule's answer; not a millionth more is spent; everybody is told once", async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const model = modelThat(() => gate);
    const asked = Array.from({ length: 100 }, (_, index) => ask(`org_${index}`));
    setTimeout(open, 3_000);

    const said = await Promise.all(asked);

    expect(model.calls()).toBe(40);
    expect(said.filter(({ source }) => source === "model")).toHaveLength(40);
    expect(said.filter(({ source, outcome }) => source === "fallback" && outcome === "over_budget")).toHaveLength(60);
    expect(said.every(({ value }) => value.summary.includes("US$6,200.00"))).toBe(true);
    expect([await stageUsed(), await spentToday()]).toEqual([DAY_MICROS, DAY_MICROS]);
    expect(await rowsOf("ai-hold")).toEqual([]);
    expect(await alerts()).toEqual([80, 100]);
  });

  test("is settled to what calls truly cost, and what that leaves can be spent again", async () => {
    modelThat(async () => undefined);
    Model.provide({ ...Model.use(), read: async () => ({ outcome: "answered", value: good, usage: { inputTokens: 10, outputTokens: 10 } }) });

    for (let times = 0; times < 12; times += 1) await ask("org_1");

    expect(await stageUsed()).toBe(12 * costOf(price, { inputTokens: 10, outputTokens: 10 }));
    expect(await stageUsed()).toBe(await spentToday());
  });
});

describe("something of ours that ends between the call and its settlement", () => {
  test("leaves the worst case spent, and the sweep writes it down once; the message that comes again is answered", async () => {
    modelThat(async () => {
      throw new TypeError("the process ends here");
    });
    const key = "evt_crashed";
    const again = () => as(actors.system, () => Ai.ask(wide, facts, { key, ownerId: "org_1" }), { now });
    await expect(again()).rejects.toThrow("ends here");
    modelThat(async () => undefined);
    const later = new Date(now.getTime() + 601_000);
    const sweep = () => as(actors.system, () => Ai.settleLost(), { now: later });

    expect(await rowsOf("ai-hold")).toHaveLength(1);
    expect(await as(actors.system, () => Ai.settleLost(), { now })).toBe(0);
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(await again()).toMatchObject({ source: "model" });
    expect(await rowsOf("ai-hold")).toEqual([]);
    expect([await stageUsed(), await spentToday()]).toEqual([2 * worst, 2 * worst]);
  });
});

describe("what admins see", () => {
  test("is what calls cost by day, task and model, what is left of today, and which task is left alone", async () => {
    modelThat(async () => undefined);
    await ask("org_1");
    await ask("org_2");

    const seen = await spend();
    const { owners, outcomes } = await as(actors.admin, () => Ai.day({ day: today() }), { now });

    expect(seen.totals.filter((one) => one.day === today())).toEqual([
      expect.objectContaining({ task: "wide-analysis", modelId: MODEL_ID, calls: 2, byRule: 0, costMicros: 2 * worst }),
    ]);
    expect(seen.today).toEqual({ usedMicros: 2 * worst, budgetMicros: DAY_MICROS });
    expect(seen.tasks.every(({ isPaused }) => !isPaused)).toBe(true);
    expect(owners).toEqual(expect.arrayContaining([{ ownerId: "org_1", calls: 1, costMicros: worst }]));
    expect(outcomes).toEqual([{ task: "wide-analysis", outcome: "answered", calls: 2 }]);
  });
});

describe("one owner's day and one task's hour", () => {
  const fromModel = (said: readonly { readonly source: string }[]) => said.filter(({ source }) => source === "model").length;
  const plenty = { perHour: 1_000, perOwnerDay: 1_000 };

  test("have two fifths and a quarter of the stage's day, however many calls their quota would allow", async () => {
    modelThat(async () => undefined);
    const many = { ...wide, name: "many-analysis", quota: plenty };

    const all = await Promise.all(Array.from({ length: 12 }, (_, index) => ask(`org_other_${index}`, many)));
    const mine = await Promise.all(Array.from({ length: 18 }, () => ask("org_mine")));

    expect([fromModel(all), fromModel(mine)]).toEqual([10, 16]);
  });

  test("have what an administrator wrote down, the owner's over all tasks together", async () => {
    modelThat(async () => undefined);
    const budgets = { dayMicros: 10 * worst, ownerDayMicros: 3 * worst, hours: [{ task: "quote-analysis", micros: 2 * worst }] };
    await as(actors.admin, () => Ai.setBudgets({ version: 0, ...budgets }), { now });
    const narrow = { ...quoteAnalysis, quota: plenty };

    const first = await Promise.all(Array.from({ length: 3 }, () => ask("org_mine", narrow)));
    const then = await Promise.all(Array.from({ length: 3 }, () => ask("org_mine")));
    const rest = await Promise.all(Array.from({ length: 10 }, (_, index) => ask(`org_rest_${index}`)));

    expect([fromModel(first), fromModel(then), fromModel(rest)]).toEqual([2, 1, 7]);
    expect([await stageUsed(), await spentToday()]).toEqual([10 * worst, 10 * worst]);
    const seen = await spend();
    expect(seen.today).toEqual({ usedMicros: 10 * worst, budgetMicros: 10 * worst });
    expect(seen.tasks.find(({ task }) => task === "quote-analysis")).toMatchObject({ hourMicros: 2 * worst, hourBudgetMicros: 2 * worst });
    expect(await alerts()).toEqual([80, 100]);
  });

  test("may be changed by the newest version that was read only, and four fifths of the new one are told anew", async () => {
    modelThat(async () => undefined);
    const set = (version: number, times: number) =>
      as(actors.admin, () => Ai.setBudgets({ version, dayMicros: times * worst, ownerDayMicros: times * worst, hours: [] }), { now });
    await set(1, 5);
    const use = (from: number) => Promise.all(Array.from({ length: 4 }, (_, index) => ask(`org_more_${from + index}`)));
    await use(0);
    const before = await alerts();
    const raced = await Promise.allSettled([set(2, 10), set(2, 10)]);
    await use(4);

    expect([before, await alerts()]).toEqual([[80], [80, 80]]);
    expect(raced.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(set(2, 20)).rejects.toMatchObject({ code: "ai.budgets_changed", details: { version: 3 } });
    const seen = await spend();
    expect([seen.budgets, ...seen.earlierBudgets].map(({ version, dayMicros }) => [version, dayMicros / worst])).toEqual([
      [3, 10],
      [2, 5],
      [1, 10],
    ]);
    const [told] = (await rowsOf("event")).filter(({ type, data }) => type === "ai.budgets_set" && Reflect.get(Object(data), "version") === 3);
    expect(Object(told?.["changes"])).toHaveProperty("dayMicros");
  });

  test.each([
    ["an owner's part over the day", { ownerDayMicros: 11 }, "request.invalid"],
    ["a task's part over the day", { hours: [{ task: "quote-analysis", micros: 11 }] }, "request.invalid"],
    ["a task twice", { hours: [1, 2].map((micros) => ({ task: "quote-analysis", micros })) }, "request.invalid"],
    ["a task that is not there", { hours: [{ task: "mind-reading", micros: 1 }] }, "ai.task_unknown"],
    ["more than anybody means", { dayMicros: 1_000_000_001 }, "request.invalid"],
  ])("are not written down with %s, nor by anybody but an administrator", async (_name, change, code) => {
    const budgets = { version: 3, dayMicros: 10, ownerDayMicros: 1, hours: [], ...change };

    await expect(as(actors.admin, () => Ai.setBudgets(budgets), { now })).rejects.toMatchObject({ kind: "invalid", code });
    await expect(
      as(actors.buyerOwner, () => Ai.setBudgets({ ...budgets, dayMicros: 10, ownerDayMicros: 1, hours: [] }), { now }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the price list", () => {
  test("has a line added to it once, and calls go by it from its day on", async () => {
    modelThat(async () => undefined);
    const line = { modelId: MODEL_ID, from: today(), input: 0, output: 1_000_000 };
    const set = () => as(actors.admin, () => Ai.setPrice(line), { now });
    await set();
    forgetSettings();

    expect((await ask("org_1")).costMicros).toBe(quoteAnalysis.maxTokens);
    await expect(set()).rejects.toMatchObject({ code: "ai.price_exists" });
    expect((await spend()).prices).toContainEqual(line);
    await expect(as(actors.buyerOwner, () => Ai.setPrice({ ...line, from: "2030-01-01" }), { now })).rejects.toMatchObject({ kind: "forbidden" });
  });
});
