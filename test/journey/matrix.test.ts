import path from "node:path";
import { endAllSessions } from "@sleekapp/contracts/account";
import { leaveOrganisation } from "@sleekapp/contracts/identity";
import { routes } from "@sleekapp/contracts/index";
import { pathParameters, type Route } from "@sleekapp/contracts/route";
import { townOf } from "@sleekapp/local/people/person";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scansIn } from "@sleekapp/local/costs";
import { checkInvariants } from "../support/invariants.ts";
import { type ArchetypeName, archetypeNames, archetypes, type Relation } from "../support/matrix/archetypes.ts";
import { bodyOf, call, type Called, type Ids, missing, paramsOf, type Shown, subjectOf } from "../support/matrix/calls.ts";
import { expected, type Outcome, seersOf } from "../support/matrix/expected.ts";
import { type Caller, type Callers, callersOf, newWorld } from "../support/matrix/fixture.ts";
import { areAlike, mediansOf, type Twins } from "../support/matrix/times.ts";
import { rowsOfStage } from "../support/stage-rows.ts";
import { bootStage, type Stage } from "../support/stage.ts";

const root = path.resolve(import.meta.dirname, "../..");

type Cell = { readonly route: Route; readonly name: ArchetypeName; readonly relation: Relation; readonly expected: Outcome };

/** Who is nobody to the second world, and of whom no other test here asks so much that a limit is near. */
const strangers: readonly ArchetypeName[] = ["buyer's member", "guest", "link holder"];

/**
 * What nobody has is asked for by all who have nothing else to ask for, by who is signed out, for which a route needs no world, and by
 * the strangers, whose answers are timed; of the others by every third in turn. The deep run has everybody ask.
 */
function asksForNothing(route: Route, name: ArchetypeName, hasOther: boolean): boolean {
  if (!hasOther || name === "signed out" || strangers.includes(name) || process.env["PROPERTY_SCALE"]) return true;
  return (routes.indexOf(route) + archetypeNames.indexOf(name)) % 3 === 0;
}

function relationsOf(route: Route, name: ArchetypeName): readonly Relation[] {
  const subject = subjectOf(route);
  if (subject === undefined) return ["none"];
  const { own, others }: { readonly own: readonly string[]; readonly others: readonly string[] } = archetypes[name];
  const there = [...(own.includes(subject) ? (["own"] as const) : []), ...(others.includes(subject) ? (["another's"] as const) : [])];
  return asksForNothing(route, name, there.length > 0) ? [...there, "missing"] : there;
}

/** A route's key at the gateway, or `all`: then only the cells that need no world are asked, which takes seconds. `tools/removals.ts` sets it. */
const asked = process.env["MATRIX_ROUTE"];

const needsNoWorld = (name: ArchetypeName, relation: Relation): boolean => name === "signed out" && (relation === "none" || relation === "missing");

function isAsked(route: Route, name: ArchetypeName, relation: Relation): boolean {
  if (asked === undefined) return true;
  return (asked === "all" || asked === `${route.method} ${route.path}`) && needsNoWorld(name, relation);
}

/** Every route as every kind of caller on every kind of record. */
const cells: readonly Cell[] = routes.flatMap((route) =>
  archetypeNames.flatMap((name) =>
    relationsOf(route, name)
      .filter((relation) => isAsked(route, name, relation))
      .map((relation) => ({ route, name, relation, expected: expected(route, name, relation) })),
  ),
);

/** Commands that are let through may change what the other cells need, so they come last, one after another; the last of all ends the sign-in. */
const isLast = ({ route, expected: outcome }: Cell): boolean => route.method !== "GET" && outcome === "allowed";
/** Who has signed out everywhere signs in again to leave; nothing comes after that. */
const ends: readonly string[] = [endAllSessions.operationId, leaveOrganisation.operationId];
const endsAll = ({ route }: Cell): number => ends.indexOf(route.operationId);

let stage: Stage;
let callers: Callers | undefined;
/** Somebody who has nothing to show, in a world without records. */
const unknown: Caller = { shown: {}, own: {}, others: {}, again: async () => ({}) };
const callerOf = (name: ArchetypeName): Caller => callers?.[name] ?? unknown;
const called = new Map<Cell, Called>();

beforeAll(async () => {
  stage = await bootStage({ root, name: "matrix", ephemeral: true, web: "none" });
  if (asked === undefined) callers = await callersOf(newWorld(townOf(stage), root));
}, 600_000);
afterAll(() => stage?.stop());

/** Does the work for all of them, at most so many at once. */
async function eachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function idsOf({ name, relation }: Cell): Ids {
  const { own, others } = callerOf(name);
  if (relation === "missing") return missing;
  return relation === "another's" ? { ...missing, ...others } : { ...missing, ...own };
}

const callOf = ({ route }: Cell, ids: Ids, shown: Shown): Promise<Called> =>
  call(stage.url, { route, params: paramsOf(route, ids), body: bodyOf(route, ids), shown });

async function run(cell: Cell): Promise<void> {
  const { route, name } = cell;
  const shown = isLast(cell) && route.operationId === leaveOrganisation.operationId ? await callerOf(name).again() : callerOf(name).shown;
  called.set(cell, await callOf(cell, idsOf(cell), shown));
}

const nameOf = ({ route, name, relation }: Cell) => `${route.operationId}, ${name}, ${relation}`;

/** Times that every route with an id is asked for both kinds of ids; even, so that each kind is first as often as the other. */
const ROUNDS = 2;

/** Whether the id that is meant to be another's is one that nothing has. */
const isUnknown = (cell: Cell): boolean => {
  const subject = subjectOf(cell.route);
  return subject === undefined || idsOf(cell)[subject] === missing[subject];
};

const inMatrix = (route: Route) => cells.filter((cell) => cell.route === route);

test("every route and every kind of caller is in the matrix, and every call it makes is well-formed", () => {
  const unlisted = routes.filter((route) => route.auth === "member" && seersOf(route) === undefined);
  const malformed = routes.filter((route) => route.auth !== "hook" && !route.body.safeParse(bodyOf(route, missing) ?? {}).success);
  const misnamed = routes.filter((route) => !route.params.safeParse(paramsOf(route, missing)).success);

  expect([unlisted, malformed, misnamed].map((wrong) => wrong.map(({ operationId }) => operationId))).toEqual([[], [], []]);
  for (const route of routes) expect(new Set(inMatrix(route).map(({ name }) => name)).size).toBe(archetypeNames.length);
});

/** Every route with an id, as the first stranger to whom another's record and no record are to be one. */
function twinCells(): readonly { readonly foreign: Cell; readonly unknown: Cell }[] {
  const hidden = cells.filter(({ name, expected: outcome }) => strangers.includes(name) && outcome === "hidden");
  return routes.flatMap((route) => {
    const foreign = hidden.find((cell) => cell.route === route && cell.relation === "another's");
    const unknown = hidden.find((cell) => cell.route === route && cell.relation === "missing" && cell.name === foreign?.name);
    return foreign && unknown ? [{ foreign, unknown }] : [];
  });
}

// Before the cells, some of which remove what is asked for here.
test("another's id takes no longer than one that nothing has", { timeout: 120_000 }, async () => {
  const pairs = twinCells();
  const outcomes = new Set<string>();
  const asking = (cell: Cell) => async () => outcomes.add((await callOf(cell, idsOf(cell), callerOf(cell.name).shown)).outcome);
  const twins = pairs.map(({ foreign, unknown }): Twins => ({ foreign: asking(foreign), unknown: asking(unknown) }));

  const times = await mediansOf(twins, ROUNDS);

  const [foreign, unknown] = [times.foreign, times.unknown].map((ms) => `${ms.toFixed(1)} ms`);
  console.log(
    `${pairs.length} routes with an id, ${ROUNDS} rounds in ${times.seconds.toFixed(1)} s: another's id takes ${foreign}, an unknown one ${unknown} (medians)`,
  );
  expect([...outcomes]).toEqual(["hidden"]);
  expect(pairs.filter(({ foreign }) => isUnknown(foreign)).map(({ foreign }) => nameOf(foreign))).toEqual([]);
  expect(pairs.length).toBeGreaterThan(60);
  expect(times).toSatisfy(areAlike);
});

describe(`the access matrix of ${routes.length} routes and ${archetypeNames.length} kinds of callers`, () => {
  test(`all of its ${cells.length} cells answer as the table says`, { timeout: 600_000 }, async () => {
    await eachOf(
      cells.filter((cell) => !isLast(cell)),
      8,
      run,
    );
    await eachOf(
      cells.filter(isLast).toSorted((a, b) => endsAll(a) - endsAll(b)),
      1,
      run,
    );

    const wrong = cells.flatMap((cell) => {
      const { outcome, code } = called.get(cell) ?? { outcome: "not called", code: "" };
      return outcome === cell.expected ? [] : [`${nameOf(cell)}: ${outcome} (${code}) instead of ${cell.expected}`];
    });
    expect(wrong).toEqual([]);
    expect(called.size).toBe(cells.length);
  });

  test("what is another's and what is missing answer alike, to the last letter but the request's id", () => {
    const hidden = [...called.values()].filter(({ outcome }) => outcome === "hidden").map(({ text }) => text.replace(/"requestId":"[^"]+"/, ""));

    expect(hidden.length).toBeGreaterThan(500);
    expect([...new Set(hidden)]).toHaveLength(1);
  });

  test("a call that lacks a token is turned away by the gateway, before any of our code runs", () => {
    const told = [...called.values()].filter(({ outcome }) => outcome === "signed out").map(({ text }) => text);

    expect([...new Set(told)]).toEqual(['{"message":"Unauthorized"}']);
  });
});

const ID = /\b(?:[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g;

/** Every id in what the buyer's owner was told about the buyer's own. */
function harvested(): readonly string[] {
  const told = cells
    .filter(({ name, expected: outcome }) => name === "buyer's owner" && outcome === "allowed")
    .map((cell) => called.get(cell)?.text ?? "");
  return [...new Set(told.flatMap((text) => text.replace(/"requestId":"[^"]+"/, "").match(ID) ?? []))];
}

/** All ways to fill a route's parameters from these ids, as far as its own schema takes them. */
function fillings(route: Route, ids: readonly string[]): readonly Record<string, string>[] {
  const named = paramsOf(route, missing);
  const open = pathParameters(route.path).filter((name) => !["position", "purpose", "prefix"].includes(name));
  return open.reduce<readonly Record<string, string>[]>(
    (filled, name) => filled.flatMap((params) => ids.map((id) => ({ ...params, [name]: id })).filter((one) => route.params.safeParse(one).success)),
    open.length > 0 && ids.length > 0 ? [named] : [],
  );
}

/** Two ids of each kind a commit; the deep run tries every one. */
function sampled(ids: readonly string[]): readonly string[] {
  if (process.env["PROPERTY_SCALE"]) return ids;
  const kindOf = (one: string): string => /^[a-z]{3}_/.exec(one)?.[0] ?? "uuid";
  return Object.values(Object.groupBy(ids, kindOf)).flatMap((same = []) => same.slice(0, 2));
}

test("no id that a buyer is told opens anything to another buyer or another supplier", { timeout: 600_000 }, async () => {
  const ids = sampled(harvested());
  const calls = routes
    .filter((route) => (route.auth === "member" || route.auth === "guest") && subjectOf(route) !== undefined)
    .flatMap((route) =>
      fillings(route, ids).flatMap((params) => (["other buyer", "other supplier"] as const).map((name) => ({ route, params, name }))),
    );
  const hits: string[] = [];
  const shown = { "other buyer": await callerOf("other buyer").again(), "other supplier": await callerOf("other supplier").again() };

  await eachOf(calls, 8, async ({ route, params, name }) => {
    const { outcome, code } = await call(stage.url, { route, params, body: bodyOf(route, callerOf(name).others), shown: shown[name] });
    // So many ids fill the window of a route that counts its uses, which is no more than that.
    if (outcome !== "hidden" && code !== "rate.limited") hits.push(`${route.operationId} ${JSON.stringify(params)} as ${name}: ${outcome}`);
  });

  expect(hits).toEqual([]);
  expect(ids.length).toBeGreaterThan(8);
  expect(calls.length).toBeGreaterThan(100);
});

test("no call, whether it was let through or not, read the whole table", () => {
  expect(scansIn(stage.logs())).toEqual([]);
});

test("what is on the table after all that violates no invariant", async () => {
  await stage.drain(60_000);

  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
