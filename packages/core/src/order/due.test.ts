import { describe, expect, test } from "vitest";
import { addDays } from "../kernel/calendar.ts";
import { dueOf, PAYMENT_DAYS, timed } from "./due.ts";
import { Status } from "./model.ts";

const FROM = "2026-03-02";
const base = {
  orderId: "ord_1",
  orderNumber: "SA-1",
  ownerId: "org",
  title: "Polo",
  family: "casualwear",
  garmentType: "polo",
  quantity: 100,
  percent: 0,
  version: 3,
  createdAt: "2026-01-01T08:00:00.000Z",
  since: `${FROM}T15:00:00.000Z`,
  laneAt: `${FROM}T15:00:00.000Z`,
  month: "2026-01",
} as const;

/** What is due on the day that is so many days after the status began. */
const on = (days: number, status: Status, more: object = {}) => dueOf({ ...base, status, ...more }, `${addDays(FROM, days)}T09:00:00.000Z`);

describe("a deposit", () => {
  test.each([
    [2, 0, undefined],
    [3, 0, { what: "remind", purpose: "deposit", times: 1 }],
    [3, 1, undefined],
    [6, 1, undefined],
    [7, 1, { what: "remind", purpose: "deposit", times: 2 }],
    [9, 0, { what: "remind", purpose: "deposit", times: 2 }],
    [13, 2, undefined],
    [14, 2, { what: "expire" }],
    [400, 0, { what: "expire" }],
  ])("is asked for after %i days, %i reminders sent", (days, reminders, expected) => {
    expect(on(days, "awaiting_deposit", { reminders })).toEqual(expected);
  });

  test("of pieces from stock is waited for by the clock of their hold", () => {
    expect(on(400, "awaiting_deposit", { productId: "prd_1" })).toBeUndefined();
  });
});

describe("a balance", () => {
  test.each([
    [6, 0, undefined],
    [7, 0, { what: "remind", purpose: "balance", times: 1 }],
    [14, 1, { what: "remind", purpose: "balance", times: 2 }],
    [29, 2, undefined],
    [30, 2, { what: "hold" }],
  ])("is asked for after %i days, %i reminders sent", (days, reminders, expected) => {
    expect(on(days, "awaiting_balance", { reminders })).toEqual(expected);
  });

  test("that is paid is not asked for", () => {
    expect(on(PAYMENT_DAYS.balance.end, "awaiting_balance", { guardMet: true })).toBeUndefined();
  });
});

test("an offer lapses when its three days are over, and a delivered order completes after the fourteen days for claims", () => {
  expect([on(3, "offered"), on(4, "offered")]).toEqual([undefined, { what: "lapse" }]);
  expect([on(14, "delivered"), on(15, "delivered")]).toEqual([undefined, { what: "complete" }]);
});

test("an order that is shown as a demonstration stays as it is shown", () => {
  expect(timed.map((status) => on(4_000, status, { isDemo: true }))).toEqual([undefined, undefined, undefined, undefined]);
});

test("nothing else becomes due by the time alone", () => {
  const others = Status.options.filter((status) => !timed.some((one) => one === status));

  expect(others.flatMap((status) => on(4_000, status) ?? [])).toEqual([]);
  expect(timed.map((status) => on(4_000, status)?.what)).toEqual(["expire", "lapse", "hold", "complete"]);
});
