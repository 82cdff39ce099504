import path from "node:path";
import { townOf } from "@sleekapp/local/people/person";
import { peopleOf, steps, type World } from "@sleekapp/local/path/index";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../support/invariants.ts";
import { rowsOfStage } from "../support/stage-rows.ts";
import { bootStage, type Stage } from "../support/stage.ts";

const root = path.resolve(import.meta.dirname, "../..");
let stage: Stage;
let world: World;
beforeAll(async () => {
  stage = await bootStage({ root, name: "disturbed", ephemeral: true, web: "none", retryAfterSeconds: 0 });
  const town = townOf(stage);
  world = { town, root, people: peopleOf(town, "disturbed"), made: {}, password: "thread needle and cloth" };
  for (const kind of ["duplicate", "reorder", "again"] as const) stage.faults.delivery({ kind, times: 100_000 });
}, 240_000);
afterAll(() => stage?.stop());

/** How many rows of each kind, and events of each type, there are. */
async function census(): Promise<Record<string, number>> {
  const named = (await rowsOfStage(stage)).map((row) => String(row["__edb_e__"] === "event" ? row["type"] : row["__edb_e__"]));
  return Object.fromEntries([...Map.groupBy(named, (name) => name)].map(([name, all]) => [name, all.length]));
}

// Every event comes twice in its batch, the last first where no order is promised, and the whole batch once more.
test.each(steps.map((step) => [step.name, step] as const))(
  "%s, with every delivery repeated and out of order",
  async (_name, step) => {
    expect((await step.run(world)).length).toBeGreaterThan(0);
  },
  120_000,
);

test("what happened once is there once", async () => {
  await stage.drain(120_000);

  expect(await census()).toMatchObject({
    order: 1,
    "order.opened": 1,
    "order.accepted": 1,
    "order.completed": 1,
    invoice: 2,
    "invoice.issued": 2,
    "invoice.rendered": 2,
    payment: 2,
    "payment.received": 2,
    posting: 4,
    quote: 1,
    "quote-analysis": 1,
    "quote.analysed": 1,
    "quote.claimed": 1,
    "ai-usage": 1,
    import: 1,
    "import.finished": 1,
    shipment: 1,
  });
}, 150_000);

test("nobody got the same mail twice", () => {
  const mails = stage.mailbox.list().flatMap(({ to, subject }) => to.map((address) => `${address}: ${subject}`));

  expect(mails.filter((mail, index) => mails.indexOf(mail) !== index)).toEqual([]);
});

test("every consumer has met it, and nothing was given up", () => {
  const { eventSources, buckets, queues } = stage.manifest;
  const consumers = [...eventSources, ...buckets.flatMap(({ notifications }) => notifications)].flatMap(({ functionName }) => functionName ?? []);
  const happened = new Set(stage.faults.happened());

  expect(
    consumers.flatMap((name) => ["duplicate", "reorder", "again"].map((kind) => `${kind} to ${name}`)).filter((line) => !happened.has(line)),
  ).toEqual([]);
  expect(queues.filter(({ name }) => name.includes("dead")).flatMap(({ name }) => stage.look(name)?.ready ?? [])).toEqual([]);
});

test("what is on the table at the end violates no invariant", async () => {
  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
