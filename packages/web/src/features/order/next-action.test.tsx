// @vitest-environment jsdom
import { nextStep } from "@sleekapp/core/order/process";
import { type Party, Status } from "@sleekapp/core/order/model";
import { Brief } from "@sleekapp/core/pricing/model";
import { planStages } from "@sleekapp/core/production/plan";
import { cleanup, render } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, describe, expect, test } from "vitest";
import { NextAction } from "./next-action.tsx";
import { OrderMenu } from "./order-menu.tsx";
import type { Order } from "./reads.ts";

const parties = ["buyer", "supplier", "factory", "admin"] as const satisfies readonly Party[];
const planned: readonly Status[] = [
  "accepted",
  "sampling",
  "in_production",
  "inspection",
  "ready",
  "awaiting_balance",
  "shipped",
  "delivered",
  "claimed",
  "completed",
];

afterEach(cleanup);

function orderOf(party: Party, status: Status, { guardMet = false, mayAct = true } = {}): Order {
  const stages = planned.includes(status) ? planStages("casualwear", { quantity: 100 }, { startOn: "2026-10-01" }) : [];
  return {
    orderId: "ord_1",
    orderNumber: "SA-1",
    title: "100 T-shirts",
    quantity: 100,
    status,
    percent: 0,
    createdAt: "2026-10-01T08:00:00.000Z",
    isLate: false,
    next: nextStep(party, status, guardMet),
    party,
    garmentType: "t-shirt",
    family: "casualwear",
    brief: Brief.parse({ garmentType: "t-shirt", quantity: 100, fabric: "cotton" }),
    stages: stages.map((stage) => ({ ...stage, isLate: false, daysLate: 0 })),
    milestones: [],
    mayAct,
    version: 1,
  };
}

const shown = (order: Order): string => {
  const { container, unmount } = render(
    <MemoryRouter>
      <NextAction order={order} />
    </MemoryRouter>,
  );
  const text = container.textContent;
  unmount();
  return text;
};

const menuOf = (order: Order): readonly string[] => {
  const { container, unmount } = render(
    <MemoryRouter>
      <OrderMenu order={order} />
    </MemoryRouter>,
  );
  const items = [...container.querySelectorAll('[role="menuitem"]')].map((item) => item.textContent);
  unmount();
  return items;
};

describe("the next step on the page", () => {
  test.each([
    ["awaiting_deposit", false, ["Pay the deposit", "", "", ""]],
    ["deposit_paid", false, ["", "", "", "Choose a supplier"]],
    ["offered", false, ["", "Answer the offer", "", ""]],
    ["accepted", false, ["", "Report progress", "Report progress", ""]],
    ["sampling", false, ["", "Report progress", "Report progress", ""]],
    ["sampling", true, ["Approve sample", "", "", ""]],
    ["in_production", false, ["", "Report progress", "Report progress", ""]],
    ["in_production", true, ["", "Call the inspection", "Call the inspection", ""]],
    ["inspection", false, ["", "Record inspection", "", "Record inspection"]],
    ["ready", false, ["", "", "", ""]],
    ["awaiting_balance", false, ["Pay the balance", "", "", ""]],
    ["awaiting_balance", true, ["", "Ship the goods", "", "Ship the goods"]],
    ["shipped", false, ["Confirm delivery", "", "", "Confirm delivery"]],
    ["delivered", false, ["Complete the order", "", "", "Complete the order"]],
    ["claimed", false, ["", "", "", "Decide the claim"]],
    ["completed", false, ["", "", "", ""]],
    ["on_hold", false, ["", "", "", "Resume the order"]],
    ["cancelled", false, ["", "", "", ""]],
  ] as const)("while the order is %s (guard met: %s) is %j for buyer, supplier, factory and admin", (status, guardMet, expected) => {
    expect(parties.map((party) => shown(orderOf(party, status, { guardMet })))).toEqual(expected);
  });

  test.each(Status.options)("and everything else stay away from those who only look on while it is %s", (status) => {
    const order = orderOf("buyer", status, { mayAct: false });

    expect([shown(order), menuOf(order)]).toEqual(["", []]);
  });
});

describe("the menu of the page", () => {
  test.each([
    ["buyer", "awaiting_deposit", ["Share a tracking link", "Cancel the order"]],
    ["buyer", "in_production", ["Share a tracking link"]],
    ["buyer", "claimed", ["Share a tracking link", "Withdraw the claim"]],
    ["supplier", "claimed", ["Answer the claim"]],
    ["supplier", "in_production", ["Move a stage"]],
    ["supplier", "inspection", ["Report progress", "Move a stage"]],
    ["buyer", "cancelled", ["Order it again"]],
    ["buyer", "delivered", ["Claim what is wrong", "Share a tracking link", "Order it again"]],
    ["supplier", "offered", ["Ask another price", "Decline the offer"]],
    ["factory", "awaiting_balance", ["Report progress"]],
    ["factory", "offered", []],
    ["admin", "offered", ["Share a tracking link", "Withdraw the offer", "Put on hold", "Call the order off"]],
    ["admin", "shipped", ["Share a tracking link"]],
    ["admin", "on_hold", ["Share a tracking link", "Call the order off"]],
    ["buyer", "deposit_paid", ["Share a tracking link", "Call the order off"]],
  ] as const)("of the %s while the order is %s", (party, status, expected) => {
    expect(menuOf(orderOf(party, status))).toEqual(expected);
  });
});
