import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { townOf } from "@sleekapp/local/people/person";
import { peopleOf, steps, type World } from "@sleekapp/local/path/index";
import { signUps, verification } from "@sleekapp/local/path/supplier";
import { documentedCosts, rises } from "../support/access-patterns.ts";
import { costsIn, scansIn } from "@sleekapp/local/costs";
import { checkInvariants } from "../support/invariants.ts";
import { rowsOfStage } from "../support/stage-rows.ts";
import { bootStage, type Stage } from "../support/stage.ts";

const root = path.resolve(import.meta.dirname, "../..");
let stage: Stage;
let world: World;

beforeAll(async () => {
  stage = await bootStage({ root, ephemeral: true, web: "none" });
  const town = townOf(stage);
  world = { town, root, people: peopleOf(town, "journey"), made: {}, password: "thread needle and cloth" };
});
afterAll(() => stage?.stop());

// In order, because each step stands on those before it: what fails first is what broke.
test.each(steps.map((step) => [step.name, step] as const))("%s", async (_name, step) => {
  const proofs = await step.run(world);

  expect(proofs.length).toBeGreaterThan(0);
});

test("nothing on the way ended in a dead-letter queue or failed for good", async () => {
  await stage.drain();

  const dead = stage.manifest.queues.filter(({ name }) => name.includes("dead")).flatMap(({ name }) => stage.look(name)?.ready ?? []);

  expect(dead).toEqual([]);
});

test("what is on the table at the end violates no invariant", async () => {
  await stage.drain(60_000);

  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});

test("nobody on the way read the whole table", () => {
  expect(scansIn(stage.logs())).toEqual([]);
});

test("others walk the same way on what the first have left, with the admin who is there", async () => {
  const again: World = { ...world, people: peopleOf(world.town, "again"), made: {} };

  for (const step of [signUps, verification]) await step.run(again);

  expect(again.made.supplierId).not.toBe(world.made.supplierId);
});

test("no route and no worker took more of the table than its row in docs/data.md says, and each row was walked", async () => {
  await stage.drain();

  const costs = costsIn(stage.logs());

  expect(rises(costs)).toEqual([]);
  expect([...documentedCosts().keys()].filter((name) => !costs.has(name))).toEqual([]);
});
