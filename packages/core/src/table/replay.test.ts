import { beforeAll, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import { Request } from "../kernel/request.ts";
import * as Quote from "../quote/index.ts";
import { logOf, unpublished } from "./outbox.ts";

beforeAll(startTable);

const brief = { garmentType: "polo" as const, quantity: 200, fabric: "pique" as const };
const ask = () => Quote.create({ brief });
const later = new Date(NOW.getTime() + 1).toISOString();

test("what is told again is in the log of its record and not in the outbox", async () => {
  const { quote } = await as(actors.buyerOwner, () => Request.with({ ...Request.use(), isReplay: true }, ask));

  expect(await logOf(quote.quoteId)).toMatchObject([{ type: "quote.priced", at: NOW.toISOString() }]);
  expect(await unpublished(later)).toEqual([]);
});

test("what happens now is in both", async () => {
  const { quote } = await as(actors.buyerOwner, ask);

  expect(await logOf(quote.quoteId)).toHaveLength(1);
  expect(await unpublished(later)).toMatchObject([{ subjectId: quote.quoteId }]);
});

test("demo records are marked, and others are not", async () => {
  const { quote: demo } = await as(actors.buyerOwner, () => Request.with({ ...Request.use(), isDemo: true }, ask));
  const { quote } = await as(actors.buyerOwner, ask);

  const marks = new Map((await allItems()).filter((item) => item["__edb_e__"] === "quote").map((item) => [item["quoteId"], item["isDemo"]]));
  expect(marks.get(demo.quoteId)).toBe(true);
  expect(marks.get(quote.quoteId)).toBeUndefined();
});
