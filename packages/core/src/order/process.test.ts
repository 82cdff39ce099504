import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../kernel/error.ts";
import type { StepRole } from "../kernel/process.ts";
import { runs } from "../testing.ts";
import { isOpen, type Party, Status, statusNames } from "./model.ts";
import { nextStep, nextStepFromStock, process, type Step } from "./process.ts";

const parties = ["buyer", "supplier", "factory", "admin"] as const satisfies readonly Party[];

/** The whole table once more, as the trade reads it: step, from where, to where, by whom. */
const table: Readonly<Record<Step, readonly [from: readonly Status[], to: Status | "resume", by: readonly StepRole[]]>> = {
  payDeposit: [["awaiting_deposit"], "deposit_paid", ["system"]],
  payLate: [["cancelled"], "deposit_paid", ["system"]],
  keepPayment: [["cancelled"], "on_hold", ["system"]],
  expire: [["awaiting_deposit"], "cancelled", ["system"]],
  offer: [["deposit_paid"], "offered", ["admin", "system"]],
  decline: [["offered"], "deposit_paid", ["supplier"]],
  withdraw: [["offered"], "deposit_paid", ["admin"]],
  lapse: [["offered"], "deposit_paid", ["system"]],
  accept: [["offered"], "accepted", ["supplier"]],
  acceptFromStock: [["offered"], "inspection", ["supplier"]],
  startSample: [["accepted"], "sampling", ["supplier", "factory"]],
  approveSample: [["sampling"], "in_production", ["buyer"]],
  startProduction: [["accepted"], "in_production", ["supplier", "factory"]],
  finishProduction: [["in_production"], "inspection", ["supplier", "factory"]],
  failInspection: [["inspection"], "in_production", ["supplier", "admin"]],
  passInspection: [["inspection"], "ready", ["supplier", "admin"]],
  takeLot: [["inspection"], "ready", ["buyer"]],
  refuseLot: [["inspection"], "in_production", ["buyer"]],
  requestBalance: [["ready"], "awaiting_balance", ["system"]],
  ship: [["awaiting_balance"], "shipped", ["supplier", "admin"]],
  deliver: [["shipped"], "delivered", ["buyer", "admin"]],
  complete: [["delivered"], "completed", ["buyer", "admin", "system"]],
  claim: [["delivered"], "claimed", ["buyer"]],
  withdrawClaim: [["claimed"], "delivered", ["buyer"]],
  turnDownClaim: [["claimed"], "delivered", ["admin"]],
  settleClaim: [["claimed"], "delivered", ["admin"]],
  remake: [["claimed"], "in_production", ["admin"]],
  hold: [["deposit_paid", "offered", "accepted", "sampling", "in_production", "inspection", "ready", "awaiting_balance"], "on_hold", ["admin"]],
  resume: [["on_hold"], "resume", ["admin"]],
  cancel: [["awaiting_deposit"], "cancelled", ["buyer", "admin"]],
  callOff: [["deposit_paid", "offered"], "cancelled", ["buyer", "admin"]],
  callOffLate: [["accepted", "sampling", "in_production", "inspection", "ready", "awaiting_balance", "on_hold"], "cancelled", ["admin"]],
};
const steps = fc.constantFrom<Step>("payDeposit", ...Object.values(Object.keys(table)).filter((name): name is Step => name in table));

describe("the order process", () => {
  test("every status can be reached, every open status can end and every clock is stopped", () => {
    expect(process.validate(Status.options)).toEqual([]);
    expect(Object.keys(process.steps).toSorted()).toEqual(Object.keys(table).toSorted());
  });

  test.each(Object.entries(table))("%s starts, leads and belongs where the table says", (name, [from, to, by]) => {
    const step = Object.entries(process.steps).find(([key]) => key === name)?.[1];

    expect(step).toMatchObject({ from, to, by });
  });

  test("every step from every status is either taken as the table says or refused by name", () => {
    for (const [name, [from, to]] of Object.entries(table)) {
      for (const status of Status.options) {
        const step = Object.keys(table).find((key): key is Step => key === name) ?? "cancel";
        const held: Status = "accepted";
        if (from.includes(status)) expect(process.next(status, step, held)).toBe(to === "resume" ? held : to);
        else expect(() => process.next(status, step, held)).toThrow(expect.objectContaining({ code: "order.transition", details: { status, step } }));
        expect(process.can(status, step)).toBe(from.includes(status));
      }
    }
  });

  test("a hold returns to where the order was, and only a held order resumes", () => {
    expect(process.next("in_production", "hold")).toBe("on_hold");
    expect(process.next("on_hold", "resume", "in_production")).toBe("in_production");
    expect(() => process.next("on_hold", "resume")).toThrow(expect.objectContaining({ code: "order.transition" }));
  });

  test("any attempts in any order leave a legal status, replay to the same one, and finished orders never move unless money comes for them (2,000 cases)", () => {
    const play = (attempts: readonly Step[]): { status: Status; taken: Step[] } =>
      attempts.reduce<{ status: Status; held?: Status; taken: Step[] }>(
        (order, step) => {
          try {
            const status = process.next(order.status, step, order.held);
            const held = step === "hold" ? order.status : step === "keepPayment" ? ("deposit_paid" as const) : undefined;
            return { status, taken: [...order.taken, step], ...(held ? { held } : {}) };
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            return order;
          }
        },
        { status: process.initial, taken: [] },
      );
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), (attempts) => {
        const { status, taken } = play(attempts);

        expect(Status.options).toContain(status);
        expect(play(taken)).toMatchObject({ status, taken });
        const end = taken.indexOf("complete");
        expect(end === -1 || end === taken.length - 1).toBe(true);
        const afterCancel = taken.flatMap((_, at) =>
          ["cancel", "expire", "callOff", "callOffLate"].includes(taken[at - 1] ?? "") ? [taken[at]] : [],
        );
        expect(afterCancel.every((step) => step === "payLate" || step === "keepPayment")).toBe(true);
      }),
      runs(2_000),
    );
  });
});

describe("statuses", () => {
  test("are open until the order is completed or cancelled", () => {
    expect(Status.options.filter((status) => !isOpen(status))).toEqual(["completed", "cancelled"]);
    expect(Object.keys(statusNames).toSorted()).toEqual(Status.options.toSorted());
  });
});

describe("the next step", () => {
  const ways = [nextStep, nextStepFromStock] as const;
  test.each(
    ways.flatMap((way) =>
      Status.options.flatMap((status) => parties.flatMap((party) => [false, true].map((met) => [way.name, party, status, met, way] as const))),
    ),
  )("(%s) of %s while the order is %s (guard met: %s) is one they may take", (_name, party, status, met, way) => {
    const next = way(party, status, met);

    expect(next.text.length).toBeGreaterThan(5);
    if (next.step && next.step in process.steps) {
      const step = Object.entries(process.steps).find(([name]) => name === next.step)?.[1];
      expect(step?.from).toContain(status);
      expect(step?.by).toContain(party);
    }
  });

  test.each([
    ["buyer", "sampling", "approveSample"],
    ["supplier", "in_production", "finishProduction"],
    ["factory", "in_production", "finishProduction"],
    ["supplier", "awaiting_balance", "ship"],
    ["admin", "awaiting_balance", "ship"],
  ] as const)("of %s while the order is %s is %s only once its guard holds", (party, status, step) => {
    expect(nextStep(party, status, true).step).toBe(step);
    expect(nextStep(party, status, false).step).not.toBe(step);
  });

  test("a buyer who has paid the balance is not asked for it again", () => {
    expect(nextStep("buyer", "awaiting_balance").step).toBe("pay_balance");
    expect(nextStep("buyer", "awaiting_balance", true).step).toBeUndefined();
  });

  test("of a buyer whose pieces are from stock is about pieces, not about making", () => {
    expect(nextStepFromStock("buyer", "awaiting_deposit")).toEqual({ step: "pay_deposit", text: "Pay the deposit while your pieces are held" });
    expect(nextStepFromStock("supplier", "offered").step).toBe("accept");
    expect(nextStepFromStock("buyer", "shipped")).toEqual(nextStep("buyer", "shipped"));
  });

  test.each(Status.options.filter((status) => isOpen(status) && status !== "offered" && status !== "ready"))(
    "somebody other than the system can move an order that is %s",
    (status) => {
      expect(parties.some((party) => nextStep(party, status).step !== undefined)).toBe(true);
    },
  );

  test("differs between the parties in every status that is not over", () => {
    const steps = (status: Status, met: boolean) => new Set(parties.map((party) => nextStep(party, status, met).text)).size;

    expect(Status.options.filter((status) => isOpen(status) && (steps(status, false) < 2 || steps(status, true) < 2))).toEqual([]);
  });
});
