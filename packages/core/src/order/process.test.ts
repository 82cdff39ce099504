import { describe, expect, test } from "vitest";
import { type Party, Status } from "./model.ts";
import { nextStep, process } from "./process.ts";

const parties = ["buyer", "supplier", "factory", "admin"] as const satisfies readonly Party[];

describe("the order process", () => {
  test("every status can be reached and every open status can end", () => {
    expect(process.validate(Status.options)).toEqual([]);
  });

  test("a hold returns to where the order was", () => {
    expect(process.next("in_production", "hold")).toBe("on_hold");
    expect(process.next("on_hold", "resume", "in_production")).toBe("in_production");
  });

  test("a step from the wrong status is a conflict that names both", () => {
    expect(() => process.next("shipped", "accept")).toThrow(
      expect.objectContaining({ code: "order.transition", details: { status: "shipped", step: "accept" } }),
    );
  });

  test.each(Status.options.flatMap((status) => parties.map((party) => [party, status] as const)))(
    "%s has one next step while the order is %s",
    (party, status) => {
      const next = nextStep(party, status);

      expect(next.text.length).toBeGreaterThan(5);
      if (next.step && next.step in process.steps) {
        const step = Object.entries(process.steps).find(([name]) => name === next.step)?.[1];
        expect(step?.from).toContain(status);
        expect(step?.by).toContain(party);
      }
    },
  );
});
