import { person, townOf, type Person } from "@sleekapp/local/people/person";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../support/invariants.ts";
import { bootStage, type Stage } from "../support/stage.ts";
import { rowsOfStage } from "../support/stage-rows.ts";

const password = "thread needle and cloth";

let stage: Stage;
beforeAll(async () => {
  stage = await bootStage({ root: path.resolve(import.meta.dirname, "../.."), name: "sign-in", ephemeral: true, web: "none" });
}, 120_000);
afterAll(() => stage?.stop());

async function signedUp(name: string): Promise<Person> {
  const somebody = person(townOf(stage), `${name}@people.example`);
  await somebody.signUp({ password, name: "Rina Das", as: "buyer", company: "Padma" });
  return somebody;
}

async function guesses(somebody: Person, times: number): Promise<void> {
  for (let guess = 1; guess <= times; guess += 1)
    await expect(somebody.signIn(`not my password ${guess}`)).rejects.toThrow(/Incorrect username or password/);
}

test("after five wrong passwords in a row even the right one has to wait", async () => {
  const rina = await signedUp("rina");
  await guesses(rina, 5);
  // The user pool itself has everybody wait for a second by now; the minute is ours.
  await sleep(1_500);

  await expect(rina.signIn(password)).rejects.toThrow(/Too many tries from here\. Wait a minute and try again/);
});

test("a right password forgets the wrong ones before it", async () => {
  const lina = await signedUp("lina");
  await guesses(lina, 4);
  await lina.signIn(password);
  await guesses(lina, 4);

  await expect(lina.signIn(password)).resolves.toBeUndefined();
});

test("what is on the table at the end violates no invariant", async () => {
  await stage.drain(60_000);

  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
