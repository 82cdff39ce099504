import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { removeWhere } from "../../../../test/support/rows.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import { RateSource } from "../ports/rates.ts";
import * as Exchange from "./index.ts";

beforeAll(startTable);
beforeEach(() => removeWhere(({ __edb_e__: kind, subjectId }) => kind === "exchange-rates" || subjectId === "exchange-rates"));

type Day = Awaited<ReturnType<RateSource["daily"]>>;
const perEuro = { USD: "1.1600", GBP: "0.8790", CAD: "1.6260", AUD: "1.7750" };
let day: Day = { on: "2026-02-27", source: "Some bank", perEuro };
RateSource.provide({ daily: async () => day });

const DAY = 86_400_000;
const fetched = (published: Partial<Day> = {}) => {
  day = { on: "2026-02-27", source: "Some bank", perEuro, ...published };
  return as(actors.system, Exchange.fetchDaily);
};
const shown = async (days = 0) => (await as(actors.visitor, () => Exchange.list({}), { now: new Date(NOW.getTime() + days * DAY) })).items;
const refusal = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => "done",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );
const taka = { currency: "BDT" as const, rate: "121.85", on: "2026-03-01", source: "Bangladesh Bank" };
const keep = (rate = taka) => as(actors.admin, () => Exchange.keep(rate));

describe("exchange rates", () => {
  test("are the bank's, turned from euros into dollars in decimal digits, with the day and who published them", async () => {
    expect(await shown()).toEqual([]);
    await fetched();

    const about = { on: "2026-02-27", source: "Some bank", isStale: false };
    expect(await shown()).toEqual([
      { currency: "EUR", rate: "0.862069", ...about },
      { currency: "GBP", rate: "0.757759", ...about },
      { currency: "CAD", rate: "1.401724", ...about },
      { currency: "AUD", rate: "1.530172", ...about },
    ]);
  });

  test("of a day that is known change nothing, and two fetches at once write one day", async () => {
    const results = await Promise.all([fetched(), fetched()].map((one) => refusal(one)));
    const again = await fetched();

    expect(results).toContain("done");
    expect(again).toEqual({ on: "2026-02-27", isNew: false });
    expect((await allItems()).filter(({ type }) => type === "exchange.fetched")).toHaveLength(1);
  });

  test("stay as they were when a file is not whole or not to be believed, and say that they are stale once the bank's longest pause is over", async () => {
    await fetched();

    expect(await refusal(fetched({ on: "2026-03-01", perEuro: { USD: "1.16" } }))).toBe("exchange.incomplete");
    expect(await refusal(fetched({ on: "2026-03-01", perEuro: { ...perEuro, GBP: "0.6" } }))).toBe("exchange.leap");
    expect((await shown(2)).map(({ isStale }) => isStale)).toEqual([false, false, false, false]);
    expect((await shown(3)).map(({ isStale }) => isStale)).toEqual([true, true, true, true]);
  });

  test("of the taka are kept by an administrator, with a source and a day that is not to come, and survive the bank's next file", async () => {
    await keep();
    await fetched();

    expect((await shown()).at(-1)).toEqual({ ...taka, isStale: false });
    expect((await shown(31)).at(-1)?.isStale).toBe(true);
    expect(await refusal(keep({ ...taka, on: "2026-03-03" }))).toBe("exchange.day");
    expect(await refusal(as(actors.buyerOwner, () => Exchange.keep(taka)))).toBe("exchange.keep.forbidden");
    expect(await refusal(as(actors.admin, () => Exchange.keep({ ...taka, currency: "EUR" as never })))).toBe("request.invalid");
  });
});
