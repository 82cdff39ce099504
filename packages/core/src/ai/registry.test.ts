import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { definePicture } from "./picture-task.ts";
import { designImage } from "./pictures/design-image.ts";
import { pictureTasks, tasks } from "./registry.ts";
import { defineTask } from "./task.ts";
import { quoteAnalysis } from "./tasks/quote-analysis.ts";

/** What whoever may ask for a quote may ask for. */
const openTasks = new Set(["brief-reading"]);

test("every file of the folder is one task of the registry, under its own name", () => {
  const files = readdirSync(new URL("tasks", import.meta.url)).filter((file) => !file.includes(".test."));

  expect(tasks.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted());
});

test("every file of the pictures is one of the registry, under its own name, asked for by a worker alone", () => {
  const files = readdirSync(new URL("pictures", import.meta.url)).filter((file) => !file.includes(".test."));

  expect(pictureTasks.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted());
  expect(pictureTasks.every(({ policy, quota }) => !policy.act({ type: "visitor" }, {}) && quota.perOwnerDay > 0)).toBe(true);
});

test("every task says who may ask, how often, how long and how much", () => {
  for (const { name, quota, maxTokens, timeoutMs, policy } of tasks) {
    expect(
      [quota.perHour, quota.perOwnerDay, maxTokens, timeoutMs].every((bound) => Number.isInteger(bound) && bound > 0),
      name,
    ).toBe(true);
    expect(policy.act({ type: "visitor" }, {}), name).toBe(openTasks.has(name));
  }
});

test("a task with a name or a bound out of order cannot be declared", () => {
  expect(() => defineTask({ ...quoteAnalysis, name: "Quote Analysis" })).toThrow("lower-case");
  expect(() => defineTask({ ...quoteAnalysis, maxTokens: 100_000 })).toThrow("caps");
});

test("a picture that is too large or of no size the model draws cannot be declared", () => {
  expect(() => definePicture({ ...designImage, name: "A picture" })).toThrow("lower-case");
  expect(() => definePicture({ ...designImage, width: 2_048 })).toThrow("caps");
  expect(() => definePicture({ ...designImage, height: 1_000 })).toThrow("caps");
});

test("no text of an answer is without a limit", () => {
  const unbounded = (schema: unknown): boolean => {
    const parsed = z
      .looseObject({
        type: z.string().optional(),
        enum: z.array(z.string()).optional(),
        maxLength: z.number().optional(),
        maxItems: z.number().optional(),
      })
      .safeParse(schema);
    if (!parsed.success) return false;
    if (parsed.data.type === "string" && parsed.data.maxLength === undefined && parsed.data.enum === undefined) return true;
    if (parsed.data.type === "array" && parsed.data.maxItems === undefined) return true;
    return Object.values(parsed.data).some((inner) =>
      typeof inner === "object" ? Object.values(inner ?? {}).some(unbounded) || unbounded(inner) : false,
    );
  };

  for (const { name, output } of tasks) expect(unbounded(z.toJSONSchema(output)), name).toBe(false);
});
