import * as order from "@sleekapp/core/order/event";
import { Status } from "@sleekapp/core/order/model";
import { describe, expect, test } from "vitest";
import { sentenceOf, words } from "./log-words.ts";

describe("the log's words", () => {
  test.each(Object.values(order).map(({ type }) => type))("know %s", (type) => {
    expect(Object.keys(words)).toContain(type);
  });

  test.each(Object.keys(words))("say %s also when the reader may know nothing more of it", (type) => {
    const sentence = sentenceOf({ type, data: {} });

    expect(sentence).toMatch(/^[A-Z][^_{}]{4,}$/u);
    expect(sentence).not.toMatch(/undefined|null|NaN/u);
  });

  test.each([
    ["order.stage_reported", { stageName: "Cutting", percent: 40, photos: 2 }, "Cutting reported at 40 %, with 2 photos"],
    ["order.stage_reported", { stageName: "Cutting", percent: 40, photos: 1 }, "Cutting reported at 40 %, with a photo"],
    ["order.moved", { from: "sampling", to: "on_hold", reason: "Fabric is late" }, "Order put on hold: Fabric is late"],
    ["order.moved", { from: "on_hold", to: "sampling" }, "Order resumed"],
    ["order.moved", { from: "in_production", to: "inspection" }, "Order is now: in inspection"],
    ["order.accepted", { promisedOn: "2026-10-19" }, "Order accepted, promised for 19 Oct 2026"],
    ["order.shipped", { carrier: "DHL", trackingNumber: "JD0146" }, "Shipped with DHL, number JD0146"],
    ["invoice.issued", { purpose: "balance", number: "INV-2026-0007" }, "Invoice INV-2026-0007 issued for the balance"],
    ["something.new_here", {}, "Something new here"],
  ])("of %s with %j", (type, data, expected) => {
    expect(sentenceOf({ type, data })).toBe(expected);
  });

  test.each(Status.options)("name the status %s an order moved to", (status) => {
    expect(sentenceOf({ type: "order.moved", data: { from: "ready", to: status } })).not.toContain("another state");
  });
});
