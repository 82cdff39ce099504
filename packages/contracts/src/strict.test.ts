import { expect, test } from "vitest";
import * as z from "zod";
import { routes } from "./index.ts";

type Found = { readonly at: string; readonly what: string };

const children = (schema: z.core.$ZodType): readonly (readonly [string, z.core.$ZodType])[] => {
  const inner: (readonly [string, z.core.$ZodType])[] = [];
  const add = (name: string, value: unknown): void => {
    if (value instanceof z.core.$ZodType) inner.push([name, value]);
    else if (Array.isArray(value)) for (const [index, one] of value.entries()) add(`${name}.${index}`, one);
    else if (name === "shape" && typeof value === "object" && value !== null) for (const [key, one] of Object.entries(value)) add(key, one);
  };
  for (const [name, value] of Object.entries(schema._zod.def)) if (name !== "catchall") add(name, value);
  if (schema instanceof z.core.$ZodLazy) add("lazy", schema._zod.innerType);
  return inner;
};

/** Objects that let unknown keys through, and places where anything may stand. */
function loose(schema: z.core.$ZodType, at: string, seen = new Set<z.core.$ZodType>()): Found[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { type } = schema._zod.def;
  const isOpen = schema instanceof z.core.$ZodObject && !(schema._zod.def.catchall instanceof z.core.$ZodNever);
  const own = isOpen ? [{ at, what: "object that is not strict" }] : type === "unknown" || type === "any" ? [{ at, what: type }] : [];
  return [...own, ...children(schema).flatMap(([name, inner]) => loose(inner, `${at}.${name}`, seen))];
}

test("the walk sees through wrappers, lists, unions and records", () => {
  const hidden = z.strictObject({
    a: z.array(z.union([z.string(), z.object({ b: z.int() }).optional()])),
    c: z.record(z.string(), z.unknown()).readonly(),
  });

  expect(loose(hidden, "x").map(({ what }) => what)).toEqual(["object that is not strict", "unknown"]);
});

test("every request and every answer of every route is a closed set of fields", () => {
  const found = routes.flatMap((route) =>
    (["params", "query", "body", "response"] as const).flatMap((part) =>
      route.auth === "hook" && part === "body" ? [] : loose(route[part], `${route.operationId} ${part}`),
    ),
  );

  expect(found.map(({ at, what }) => `${at}: ${what}`)).toEqual([]);
});
