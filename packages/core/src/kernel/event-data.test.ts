import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { loadDomain } from "../../../../tools/docs/domain.ts";

/** Texts that are no words of anybody: names of ours, numbers we give, marks and hashes. `reference` is that of our own transfer, for the books. */
const ours = new Set(
  "from to stageName carrier number providerType reference source sessionMark currency series reasonCode mark since before task".split(" "),
);

/** Ids, instants and calendar dates, by how they are called. */
const isRecordName = (name: string): boolean => /(Id|Ids|At|On|By|From|Until)$/.test(name) || ["id", "on", "until"].includes(name);

const isFreeText = (schema: z.core.$ZodType): boolean => {
  const { def } = schema._zod;
  if (def.type !== "string") return false;
  // Formats and patterns leave no room for words.
  return !("checks" in def && (def.checks ?? []).some((check) => ["string_format"].includes(check._zod.def.check)));
};

/** The fields of a schema that could hold what somebody wrote, by their path. */
function openFields(schema: z.core.$ZodType, path: string): readonly string[] {
  const { def } = schema._zod;
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) => openFields(inner as z.core.$ZodType, `${path}.${name}`));
  if ("innerType" in def) return openFields(def.innerType as z.core.$ZodType, path);
  if ("element" in def) return openFields(def.element as z.core.$ZodType, path);
  if (def.type === "unknown" || def.type === "any" || def.type === "record") return [path];
  const name = path.split(".").at(-1) ?? "";
  return isFreeText(schema) && !ours.has(name) && !isRecordName(name) ? [path] : [];
}

const personal = /e?mail|name$|phone|address|street|city|postcode|company|note|message|comment|text|reason$|tracking/i;

describe("what events say", async () => {
  const { events } = await loadDomain();
  beforeAll(() => expect(events.size).toBeGreaterThan(60));

  test.each([...events].map(([type, schema]) => ({ type, schema })))("$type holds ids and facts, no word that somebody wrote", ({ type, schema }) => {
    expect(openFields(schema, type)).toEqual([]);
    const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    expect(fields.filter((name) => personal.test(name) && !ours.has(name) && !/^(addressId|orderId|messageId)$/.test(name))).toEqual([]);
  });

  test("a reason, a name and anything unknown would be found", () => {
    const bad = z.object({
      reason: z.string().optional(),
      who: z.object({ called: z.string() }),
      list: z.array(z.string()),
      orderId: z.string(),
      any: z.unknown(),
    });

    expect(openFields(bad, "x")).toEqual(["x.reason", "x.who.called", "x.list", "x.any"]);
  });
});
