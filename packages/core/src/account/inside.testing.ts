import fc from "fast-check";
import { expect } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { as } from "../../../../test/support/table.ts";
import * as Invitation from "../invitation/index.ts";
import type { Member, MemberKind } from "../kernel/actor.ts";
import * as Quote from "../quote/index.ts";
import * as Account from "./index.ts";

// What the property in inside.test.ts plays: people with organisations, the deeds that move them about, and who should be inside.

const around = { standing: Account.standing };
const PEOPLE = 4;
/** Most of it happens in so many organisations; the others are only looked into. */
const BUSY = 2;
const reason = "The property test asks for it.";

/** How often each deed is drawn: what others need first comes more often, what ends a story less. */
const weights = {
  invite: 6,
  take: 9,
  withdraw: 3,
  change: 4,
  remove: 4,
  leave: 4,
  "hand over": 4,
  suspend: 3,
  restore: 8,
  choose: 3,
} as const;
type Deed = keyof typeof weights;

const isDeed = (name: string): name is Deed => name in weights;
export const deeds: readonly Deed[] = Object.keys(weights).filter(isDeed);

/** Each names people and organisations by number: person n founded organisation n. A stray act is done by and to anybody. */
export const act = fc.record({
  is: fc.oneof(...deeds.map((is) => ({ arbitrary: fc.constant(is), weight: weights[is] }))),
  isStray: fc.nat(3).map((drawn) => drawn === 0),
  by: fc.nat(PEOPLE - 1),
  org: fc.nat(BUSY - 1),
  whom: fc.nat(PEOPLE - 1),
  kind: fc.constantFrom("member" as const, "viewer" as const),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

type Offer = { readonly org: number; readonly whom: number; readonly kind: MemberKind; readonly id: string; readonly token: string };

export type World = {
  readonly founders: readonly Member[];
  readonly quotes: readonly string[];
  /** What should hold: the seats of each organisation by person, and who is shut out. */
  readonly seats: readonly Map<number, MemberKind>[];
  readonly suspended: Set<number>;
  readonly offers: Offer[];
};

/** People of whom each has founded an organisation with a quote; `name` tells those of one run from another's. */
export async function newWorld(name: string): Promise<World> {
  const founders: Member[] = [];
  const quotes: string[] = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    const founder = await newMember(`inside-${name}-${at}`);
    const { quote } = await as(founder, () => Quote.create({ brief: { garmentType: "polo", quantity: 200, fabric: "pique" } }));
    founders.push(founder);
    quotes.push(quote.quoteId);
  }
  return { founders, quotes, seats: founders.map((_, at) => new Map<number, MemberKind>([[at, "owner"]])), suspended: new Set(), offers: [] };
}

const personOf = ({ founders }: World, at: number): Member => {
  const founder = founders[at];
  if (!founder) throw new Error(`there is no person ${at}`);
  return founder;
};
const seatsOf = ({ seats }: World, org: number): Map<number, MemberKind> => seats[org] ?? new Map<number, MemberKind>();

/** Somebody as a token would say they are in an organisation, whether they are or not: what is stale must be found out. */
const claiming = (world: World, at: number, org: number): Member => ({
  ...personOf(world, at),
  orgId: personOf(world, org).orgId,
  kind: seatsOf(world, org).get(at) ?? "owner",
});

/** The act as somebody would do it who may, to somebody it can be about; a stray one stays as it was drawn. */
function fitting(world: World, drawn: Act): Act {
  const { is, isStray, by, org, whom } = drawn;
  if (isStray) return drawn;
  const inside = [...seatsOf(world, org).keys()];
  const owner = inside.find((at) => seatsOf(world, org).get(at) === "owner") ?? by;
  const outside = world.founders.map((_, at) => at).filter((at) => !inside.includes(at));
  const others = inside.filter((at) => at !== owner);
  const oneOf = (some: readonly number[], at: number): number => some[at % some.length] ?? at;
  const fits: Record<Deed, Partial<Act>> = {
    invite: { by: owner, whom: oneOf(outside, whom) },
    take: { by: world.offers.at(-1)?.whom ?? by },
    withdraw: { by: owner },
    change: { by: owner, whom: oneOf(others, whom) },
    remove: { by: owner, whom: oneOf(others, whom) },
    leave: { by: oneOf(others, by) },
    "hand over": { by: owner, whom: oneOf(others, whom) },
    suspend: {},
    restore: { whom: oneOf([...world.suspended], whom) },
    choose: { by: oneOf(inside, by) },
  };
  return { ...drawn, ...fits[is] };
}

const isDone = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** An act that is about to be done, with what the model says of those in it. */
type Turn = Act & {
  readonly world: World;
  readonly seats: Map<number, MemberKind>;
  readonly actor: Member;
  readonly userId: string;
  readonly isInside: boolean;
  readonly rules: boolean;
  readonly isOthers: boolean;
};

function turnOf(world: World, fit: Act): Turn {
  const { by, org, whom } = fit;
  const seats = seatsOf(world, org);
  const isInside = !world.suspended.has(by) && seats.has(by);
  return {
    ...fit,
    world,
    seats,
    actor: claiming(world, by, org),
    userId: personOf(world, whom).userId,
    isInside,
    rules: isInside && seats.get(by) === "owner",
    isOthers: seats.has(whom) && seats.get(whom) !== "owner",
  };
}

type Claim = { readonly may: boolean; readonly work: Promise<unknown>; readonly then: () => void };

/** Holds the application to the model, and moves the model on. */
async function agrees(is: Deed, { may, work, then }: Claim): Promise<Deed | undefined> {
  expect(await isDone(work), is).toBe(may);
  if (!may) return undefined;
  then();
  return is;
}

async function invite({ world, is, org, whom, kind, actor, userId, rules }: Turn): Promise<Deed | undefined> {
  const sent = await as(actor, () => Invitation.send({ email: `${userId}@example.com`, kind }), around).catch(() => undefined);
  expect(sent !== undefined, is).toBe(rules);
  const letter = sent && (await Invitation.letterOf(sent.invitationId));
  if (letter) world.offers.push({ org, whom, kind, id: letter.invitationId, token: letter.secret });
  return letter && is;
}

async function takeUp({ world, is, by }: Turn): Promise<Deed | undefined> {
  const offer = world.offers.findLast((one) => one.whom === by);
  if (!offer) return undefined;
  const home = claiming(world, by, by);
  const take = () => as(home, () => Invitation.take({ token: offer.token }), around);
  const may = !world.suspended.has(by) && seatsOf(world, by).has(by) && !seatsOf(world, offer.org).has(by);
  const then = () => {
    world.offers.splice(world.offers.indexOf(offer), 1);
    seatsOf(world, offer.org).set(by, offer.kind);
  };
  const done = await agrees(is, { may, work: take(), then });
  if (done) expect(await isDone(take())).toBe(false);
  return done;
}

async function withdraw({ world, is, org, actor, rules }: Turn): Promise<Deed | undefined> {
  const offer = world.offers.find((one) => one.org === org);
  if (!offer) return undefined;
  return agrees(is, {
    may: rules,
    work: as(actor, () => Invitation.withdraw({ invitationId: offer.id }), around),
    then: () => world.offers.splice(world.offers.indexOf(offer), 1),
  });
}

/** The deeds that are one call, with whether they may be done and what they move. */
const claims: Record<Exclude<Deed, "invite" | "take" | "withdraw">, (turn: Turn) => Claim> = {
  change: ({ seats, whom, kind, actor, userId, rules, isOthers }) => ({
    may: rules && isOthers,
    work: as(actor, () => Account.changeKind({ userId, kind }), around),
    then: () => seats.set(whom, kind),
  }),
  remove: ({ seats, whom, actor, userId, rules, isOthers }) => ({
    may: rules && isOthers,
    work: as(actor, () => Account.remove({ userId }), around),
    then: () => seats.delete(whom),
  }),
  leave: ({ seats, by, actor, isInside, rules }) => ({
    may: isInside && !rules,
    work: as(actor, () => Account.leave({}), around),
    then: () => seats.delete(by),
  }),
  "hand over": ({ seats, by, whom, actor, userId, rules, isOthers }) => ({
    may: rules && isOthers,
    work: as(actor, () => Account.handOver({ userId }), around),
    then: () => seats.set(by, "member").set(whom, "owner"),
  }),
  suspend: ({ world, whom, userId }) => ({
    may: !world.suspended.has(whom),
    work: as(actors.admin, () => Account.suspend({ userId, reason })),
    then: () => world.suspended.add(whom),
  }),
  restore: ({ world, whom, userId }) => ({
    may: world.suspended.has(whom),
    work: as(actors.admin, () => Account.restore({ userId })),
    then: () => world.suspended.delete(whom),
  }),
  choose: ({ world, by, actor, isInside }) => ({
    may: isInside && seatsOf(world, by).has(by),
    work: as(claiming(world, by, by), () => Account.choose({ orgId: actor.orgId }), around),
    then: () => undefined,
  }),
};

/** Does it as the application would, and the same in the model; both have to agree whether it may be done, which it gives. */
export async function play(world: World, drawn: Act): Promise<Deed | undefined> {
  const turn = turnOf(world, fitting(world, drawn));
  if (turn.is === "invite") return invite(turn);
  if (turn.is === "take") return takeUp(turn);
  if (turn.is === "withdraw") return withdraw(turn);
  return agrees(turn.is, claims[turn.is](turn));
}

/** Who may read what: by a token that is new, and by one from before whose call looks again. */
export async function check(world: World): Promise<void> {
  for (const [at, person] of world.founders.entries()) {
    const isOut = world.suspended.has(at);
    const email = `${person.userId}@example.com`;
    const facts = await as(actors.system, () => Account.tokenFacts({ userId: person.userId, email })).catch(() => undefined);
    expect(facts === undefined).toBe(isOut);
    for (const [org, seats] of world.seats.entries()) {
      const kind = isOut ? undefined : seats.get(at);
      const stale = claiming(world, at, org);
      const standing = await Account.standing(stale).catch(() => undefined);
      expect(standing).toEqual(kind === undefined ? undefined : { ...stale, kind });
      if (!facts || facts.claims.orgKind === "platform") continue;
      const fresh: Member = { ...person, ...facts.claims, orgKind: facts.claims.orgKind, kind: facts.claims.memberKind };
      const reads = await isDone(as(fresh, () => Quote.get({ quoteId: world.quotes[org] ?? "" })));
      expect(reads).toBe(fresh.orgId === stale.orgId);
      if (reads) expect(facts.claims.memberKind).toBe(kind);
    }
  }
  for (const seats of world.seats) expect([...seats.values()].filter((kind) => kind === "owner")).toHaveLength(1);
}
