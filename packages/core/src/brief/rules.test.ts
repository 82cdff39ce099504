import { describe, expect, test } from "vitest";
import { Reading } from "./model.ts";
import { joined } from "./rules.ts";

const text = "300 black and 200 navy polos in piqué";
const rule: Reading = { garmentType: { value: "polo", bps: 9_300 }, fabric: { value: "pique", bps: 9_000 } };
const join = (model: Parameters<typeof joined>[0], more: Partial<Parameters<typeof joined>[2]> = {}) =>
  Reading.parse(joined(model, rule, { text, hasFiles: false, ...more }));

describe("what a model and the rules read", () => {
  test("is surest where they agree, less where one is silent, and a guess where they differ", () => {
    const read = join({ garmentType: "polo", fabric: "cotton", gsm: 220 });

    expect(read.garmentType).toEqual({ value: "polo", bps: 9_700 });
    expect(read.gsm).toEqual({ value: 220, bps: 8_000 });
    expect(read.fabric).toEqual({ value: "cotton", bps: 5_000 });
    expect(join({}).garmentType).toEqual({ value: "polo", bps: 7_500 });
  });

  test("is less sure where the model says so of itself", () => {
    expect(join({ garmentType: "polo", gsm: 220, unsure: ["garmentType", "gsm"] })).toMatchObject({
      garmentType: { bps: 8_000 },
      gsm: { bps: 5_500 },
    });
  });

  test("takes a quantity that stands in the text or adds up from it, and no other", () => {
    expect(join({ quantity: 500 }).quantity?.value).toBe(500);
    expect(join({ quantity: 300 }).quantity?.value).toBe(300);
    expect(join({ quantity: 999_999, sizes: { M: 999_999 } })).not.toHaveProperty("quantity");
    expect(join({ quantity: 999_999, sizes: { M: 999_999 } })).not.toHaveProperty("sizes");
  });

  test("takes a quantity from a file, which the rules cannot look into", () => {
    expect(join({ quantity: 640 }, { hasFiles: true }).quantity?.value).toBe(640);
  });
});
