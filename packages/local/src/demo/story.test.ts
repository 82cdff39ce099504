import { hardFilters } from "@sleekapp/core/assignment/rules";
import { garments } from "@sleekapp/core/garment/model";
import { Status } from "@sleekapp/core/order/model";
import { Brief } from "@sleekapp/core/pricing/model";
import { leadTimeOf } from "@sleekapp/core/pricing/rules";
import { describe, expect, test } from "vitest";
import { orders, quotes } from "./data/orders/index.ts";
import { buyers, PASSWORD, suppliers } from "./data/people.ts";
import { products } from "./data/products/index.ts";
import { storyOf } from "./story.ts";

const DAY = 86_400_000;
/** A fortnight of days, so that every weekday and the weekly holiday have their turn. */
const days = Array.from({ length: 14 }, (_, index) => new Date(Date.UTC(2026, 10, 20 + index, 15, 30)));
const named = orders.map(
  (order, index) => [`${index + 1}: ${order.brief.quantity} ${garments[order.brief.garmentType].plural}, ${order.until}`, order] as const,
);

describe.each(named)("order %s", (_name, order) => {
  test("is told in order, ends before now and not long before, whatever day it is", () => {
    for (const now of days) {
      const story = storyOf(order, now);
      const moments = story.map(({ at }) => at.getTime());
      const last = moments.at(-1) ?? 0;
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      expect(last).toBeLessThanOrEqual(now.getTime() - order.quietDays * DAY);
      expect(last).toBeGreaterThan(now.getTime() - (order.quietDays + 5) * DAY);
    }
  });

  test("goes to a supplier that passes every hard filter", () => {
    const supplier = suppliers.find(({ key }) => key === order.supplier);
    const brief = Brief.parse(order.brief);
    if (!supplier) throw new Error(`nobody is called ${order.supplier}`);
    const candidate = {
      ...supplier,
      supplierId: "s",
      name: supplier.company,
      isVerified: true,
      weeklyBooked: 0,
      onTimeBps: 7_500,
      qualityBps: 7_500,
    };
    const wanted = brief.customisations.map(({ technique }) => technique);
    const demand = {
      family: garments[brief.garmentType].family,
      techniques: wanted,
      quantity: brief.quantity,
      promisedDays: leadTimeOf(brief).totalDays,
      excluded: [],
    };

    expect(hardFilters(candidate, demand)).toEqual([]);
    expect(wanted.filter((technique) => !supplier.techniques.includes(technique))).toEqual([]);
  });
});

test("the orders are in every status but in claim, some late", () => {
  const shown = Status.options.filter((status) => status !== "claimed");
  expect([...new Set(orders.map(({ status }) => status))].toSorted()).toEqual([...shown].toSorted());
  expect(orders.filter(({ late, status }) => late && status === "in_production").length).toBeGreaterThanOrEqual(2);
});

test("the marketplace has six suppliers with a catalogue, about sixty products and every garment of the price book", () => {
  const all = Object.values(products).flat();
  expect(Object.keys(products)).toHaveLength(6);
  expect(all).toHaveLength(60);
  expect(new Set(all.map(({ type }) => type))).toEqual(new Set(Object.keys(garments)));
  expect(new Set(all.map(({ title }) => title)).size).toBe(60);
});

test("quotes are open, expired and declined", () => {
  expect(quotes.filter(({ daysAgo, declined }) => daysAgo < 30 && !declined).length).toBeGreaterThanOrEqual(3);
  expect(quotes.filter(({ daysAgo }) => daysAgo > 31)).toHaveLength(1);
  expect(quotes.filter(({ declined }) => declined)).toHaveLength(1);
});

test("addresses are nobody's and the password is long enough", () => {
  const people = [...buyers.flatMap(({ owner, viewer }) => [owner, viewer]), ...suppliers.flatMap(({ owner, floor }) => [owner, floor])];
  expect(people.flatMap((person) => person?.email ?? []).every((email) => email.endsWith(".example"))).toBe(true);
  expect(PASSWORD.length).toBeGreaterThanOrEqual(12);
});
