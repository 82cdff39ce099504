import { beforeAll, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import * as Quote from "./index.ts";
import { replayAll } from "./replay.ts";
import { revise, send } from "./revise.ts";
import { RevisionRow } from "./entities.ts";

beforeAll(startTable);

const request = {
  actor: { type: "system", cause: "operator:replay" },
  now: NOW,
  requestId: "replay",
  standing: async <T>(actor: T) => actor,
} as const;
const brief = { garmentType: "polo" as const, quantity: 200, fabric: "pique" as const, wantedOn: "2026-06-01" };
const in2027 = { now: new Date("2027-01-04T09:00:00.000Z") };

test("every stored revision is computed again to the same cents: by its own book, on its own day, edits by hand included; one that was tampered with is named", async () => {
  const { quote } = await as(actors.buyerOwner, () => Quote.create({ brief }));
  await as(
    actors.buyerOwner,
    () => revise({ quoteId: quote.quoteId, revision: 1, brief: { ...brief, quantity: 25_000, rush: "fast", sample: true } }),
    in2027,
  );
  await as(
    actors.admin,
    () => send({ quoteId: quote.quoteId, revision: 2, edit: { lines: [{ position: 0, amount: 17_000_000 }], feeBps: 800 } }),
    in2027,
  );
  const other = await as(actors.buyerOwner, () => Quote.create({ brief: { ...brief, quantity: 90 } }));

  const whole = await replayAll(request);
  const row = { quoteId: other.quote.quoteId, revision: 1 };
  const priced = { ...other.quote.priced, total: { amount: other.quote.total.amount + 1, currency: "USD" } };
  await RevisionRow.patch(row).set({ priced }).go();
  const touched = await replayAll(request);

  expect(whole).toEqual({ quotes: 2, revisions: 4, offered: 0, byVersion: { "1": 2, "2": 2 }, differences: [] });
  expect(touched.differences).toEqual([
    { quoteId: other.quote.quoteId, revision: 1, bookVersion: 1, stored: other.quote.total.amount + 1, again: other.quote.total.amount },
  ]);
});
