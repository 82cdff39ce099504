import { beforeAll, beforeEach, expect, test } from "vitest";
import { signInOf, withSignIn } from "../../../../test/support/account.ts";
import { sees, useMemory } from "../../../../test/support/privacy.ts";
import { furnish, secretsOf } from "../../../../test/support/privacy-person.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import { dynamo } from "../table/client.ts";
import * as Privacy from "./index.ts";

const memory = useMemory();
const worker = { type: "system", cause: "queue:fulfil-privacy" } as const;

/** Effects there may be before the process ends; it ends at the one after. */
let room = Number.POSITIVE_INFINITY;
let done: string[] = [];
let afterwards = false;

function effect(what: string): void {
  done.push(what);
  if (done.length > room) throw new Error(`the process ended before ${what}`);
}

beforeAll(startTable);
beforeAll(() => {
  memory.hook.before = effect;
  dynamo.middlewareStack.add(
    (next, context) => async (args) => {
      const isWrite = /Write|Put|Update|Delete/.test(context.commandName ?? "");
      if (!isWrite || room === Number.POSITIVE_INFINITY) return next(args);
      if (!afterwards) effect(context.commandName ?? "");
      const answer = await next(args);
      // It was carried out, and the process ends before it hears of it.
      if (afterwards) effect(context.commandName ?? "");
      return answer;
    },
    { step: "initialize", name: "crash" },
  );
});
beforeEach(() => memory.provide());

const erase = (userId: string) => as(worker, () => Privacy.erase({ userId }), { key: `erase-${userId}` });

async function asked(tag: string) {
  const person = await furnish(memory, tag);
  const { exportId } = await as(person.member, () => Privacy.askExport({}));
  await as(worker, () => Privacy.makeExport({ userId: person.member.userId, exportId }), { key: exportId });
  await as(person.member, () => withSignIn(signInOf("now"), () => Privacy.askErasure({ email: person.email })));
  return person;
}

async function interrupted(tag: string, at: number) {
  const person = await asked(tag);
  done = [];
  room = at;
  const first = await erase(person.member.userId).catch((error: unknown) => error);
  room = Number.POSITIVE_INFINITY;
  if (first instanceof Error) await erase(person.member.userId).catch((error: unknown) => expect(error).toMatchObject({ code: "erasure.done" }));
  const proof = await Privacy.proofOf(person.member.userId);
  const rows = (await allItems()).filter((row) => row["__edb_e__"] !== "event");
  const left = [...sees(rows, secretsOf(person)), ...[...memory.files.keys()].filter((key) => key.includes(person.member.userId))];
  return { isInterrupted: first instanceof Error, counts: { removed: proof?.removed, blanked: proof?.blanked }, state: proof?.state, left };
}

test.each([
  ["before", false],
  ["after", true],
])("an erasure whose worker ends %s any of its effects is taken up again, and its proof is the same", { timeout: 120_000 }, async (name, isAfter) => {
  afterwards = isAfter;
  const whole = await interrupted(`${name}-whole`, 1_000);
  const effects = done.length;
  expect(whole).toMatchObject({ isInterrupted: false, state: "done", left: [] });
  expect(effects).toBeGreaterThan(6);

  for (let at = 0; at < effects; at += 1)
    expect(await interrupted(`${name}-${at}`, at), `ended ${name} effect ${at + 1}: ${done.at(-1)}`).toEqual({ ...whole, isInterrupted: true });
});
