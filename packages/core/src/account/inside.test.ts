import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import * as Invitation from "../invitation/index.ts";
import type { Member, MemberKind } from "../kernel/actor.ts";
import { Secrets } from "../ports/secrets.ts";
import * as Quote from "../quote/index.ts";
import * as Account from "./index.ts";

// Whatever owners, members and administrators do in whatever order: who is inside an organisation reads its records, nobody else does.

beforeAll(async () => {
  await startTable();
  Secrets.provide({ get: async (name) => `test ${name}` });
});

const around = { standing: Account.standing };
const PEOPLE = 4;
const reason = "The property test asks for it.";
const kinds = ["member", "viewer"] as const;

/** Each names people and organisations by number: person n founded organisation n. */
const act = fc.record({
  is: fc.constantFrom("invite", "take", "withdraw", "change", "remove", "leave", "hand over", "suspend", "restore", "choose"),
  by: fc.nat(PEOPLE - 1),
  org: fc.nat(PEOPLE - 1),
  whom: fc.nat(PEOPLE - 1),
  kind: fc.constantFrom(...kinds),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

type World = {
  readonly founders: readonly Member[];
  readonly quotes: readonly string[];
  /** What should hold: the seats of each organisation by person, and who is shut out. */
  readonly seats: readonly Map<number, MemberKind>[];
  readonly suspended: Set<number>;
  readonly offers: { readonly org: number; readonly whom: number; readonly kind: MemberKind; readonly id: string; readonly token: string }[];
};

let runs = 0;
async function newWorld(): Promise<World> {
  runs += 1;
  const founders: Member[] = [];
  for (let at = 0; at < PEOPLE; at += 1) founders.push(await newMember(`inside-${runs}-${at}`));
  const quotes: string[] = [];
  for (const founder of founders) {
    const { quote } = await as(founder, () => Quote.create({ brief: { garmentType: "polo", quantity: 200, fabric: "pique" } }));
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

const worked = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** Does it as the application would, and the same in the model; both have to agree whether it may be done. */
async function play(world: World, { is, by, org, whom, kind }: Act): Promise<void> {
  const seats = seatsOf(world, org);
  const actor = claiming(world, by, org);
  const userId = personOf(world, whom).userId;
  const isIn = (at: number) => !world.suspended.has(at) && seats.has(at);
  const rules = isIn(by) && seats.get(by) === "owner";
  const open = world.offers.findIndex((offer) => offer.whom === by);
  const offer = world.offers[open];
  const own = world.offers.findIndex((one) => one.org === org);
  switch (is) {
    case "invite": {
      const sent = await as(actor, () => Invitation.send({ email: `${userId}@example.com`, kind }), around).catch(() => undefined);
      expect(sent !== undefined).toBe(rules);
      const letter = sent && (await Invitation.letterOf(sent.invitationId));
      if (letter) world.offers.push({ org, whom, kind, id: letter.invitationId, token: letter.secret });
      return;
    }
    case "take": {
      if (!offer) return;
      const home = claiming(world, by, by);
      const may = !world.suspended.has(by) && seatsOf(world, by).has(by) && !seatsOf(world, offer.org).has(by);
      expect(await worked(as(home, () => Invitation.take({ token: offer.token }), around))).toBe(may);
      if (!may) return;
      world.offers.splice(open, 1);
      seatsOf(world, offer.org).set(by, offer.kind);
      expect(await worked(as(home, () => Invitation.take({ token: offer.token }), around))).toBe(false);
      return;
    }
    case "withdraw": {
      const [mine] = world.offers.slice(own, own + 1);
      if (own < 0 || !mine) return;
      expect(await worked(as(actor, () => Invitation.withdraw({ invitationId: mine.id }), around))).toBe(rules);
      if (rules) world.offers.splice(own, 1);
      return;
    }
    case "change": {
      const may = rules && seats.has(whom) && seats.get(whom) !== "owner";
      expect(await worked(as(actor, () => Account.changeKind({ userId, kind }), around))).toBe(may);
      if (may) seats.set(whom, kind);
      return;
    }
    case "remove": {
      const may = rules && seats.has(whom) && seats.get(whom) !== "owner";
      expect(await worked(as(actor, () => Account.remove({ userId }), around))).toBe(may);
      if (may) seats.delete(whom);
      return;
    }
    case "leave": {
      const may = isIn(by) && !rules;
      expect(await worked(as(actor, () => Account.leave({}), around))).toBe(may);
      if (may) seats.delete(by);
      return;
    }
    case "hand over": {
      const may = rules && seats.has(whom) && whom !== by;
      expect(await worked(as(actor, () => Account.handOver({ userId }), around))).toBe(may);
      if (may) seats.set(by, "member").set(whom, "owner");
      return;
    }
    case "suspend":
      expect(await worked(as(actors.admin, () => Account.suspend({ userId, reason })))).toBe(!world.suspended.has(whom));
      world.suspended.add(whom);
      return;
    case "restore":
      expect(await worked(as(actors.admin, () => Account.restore({ userId })))).toBe(world.suspended.delete(whom));
      return;
    case "choose":
      expect(await worked(as(claiming(world, by, by), () => Account.choose({ orgId: actor.orgId }), around))).toBe(
        isIn(by) && seatsOf(world, by).has(by),
      );
  }
}

/** Who may read what: by a token that is new, and by one from before whose call looks again. */
async function check(world: World): Promise<void> {
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
      const reads = await worked(as(fresh, () => Quote.get({ quoteId: world.quotes[org] ?? "" })));
      expect(reads).toBe(fresh.orgId === stale.orgId);
      if (reads) expect(facts.claims.memberKind).toBe(kind);
    }
  }
  for (const seats of world.seats) expect([...seats.values()].filter((kind) => kind === "owner")).toHaveLength(1);
}

test(
  "no sequence of invitations, seats taken, changed, left and removed, hand-overs and suspensions lets somebody outside in",
  { timeout: 400_000 },
  async () => {
    const runsWanted = 25;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40, size: "max" }), async (acts) => {
        const world = await newWorld();
        for (const [at, one] of acts.entries()) {
          await play(world, one);
          if (at % 5 === 4) await check(world);
        }
        await check(world);
      }),
      { numRuns: runsWanted, endOnFailure: true, seed: 20_261_126 },
    );
    expect(runs).toBe(runsWanted);
  },
);
