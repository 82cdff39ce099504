import { AdminSetUserMFAPreferenceCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import * as admin from "@sleekapp/contracts/admin";
import * as identity from "@sleekapp/contracts/identity";
import { type Person, person } from "@sleekapp/local/people/person";
import { runAsOperator } from "@sleekapp/local/people/operator";
import { openSession } from "@sleekapp/local/people/session";
import { peopleOf, steps, type World } from "@sleekapp/local/path/index";
import { reporting } from "@sleekapp/local/path/production";
import type { ArchetypeName } from "./archetypes.ts";
import type { Ids, Shown } from "./calls.ts";
import { secretFor, belongings, listOf, listToken, seated, guestOf, recordsOf, idOf } from "./records.ts";

/** A caller with what is theirs and what is others'. */
export type Caller = {
  readonly shown: Shown;
  readonly own: Ids;
  readonly others: Ids;
  /** Signs in once more, for what comes after one has signed out everywhere. */
  readonly again: () => Promise<Shown>;
};
export type Callers = Readonly<Record<ArchetypeName, Caller>>;

/** A token of the pool whose claims were changed afterwards: into an admin's. */
function forged(token: string): string {
  const [head = "", claims = "", signature = ""] = token.split(".");
  const read: object = JSON.parse(Buffer.from(claims, "base64url").toString());
  const changed = { ...read, orgId: "platform", orgKind: "platform", memberKind: "admin", "cognito:groups": ["admin"] };
  return [head, Buffer.from(JSON.stringify(changed)).toString("base64url"), signature].join(".");
}

/** A token of the admin from a moment in which their authenticator app was turned off at the user pool. */
async function bareToken({ town, password }: World, { email }: Person): Promise<string> {
  const { userPoolId, userPoolEndpoint: endpoint } = town.pool;
  const credentials = { accessKeyId: "operator", secretAccessKey: "local" };
  const pool = new CognitoIdentityProviderClient({ endpoint, region: "us-east-1", credentials });
  const turn = (Enabled: boolean) =>
    pool.send(
      new AdminSetUserMFAPreferenceCommand({
        UserPoolId: userPoolId,
        Username: email,
        SoftwareTokenMfaSettings: { Enabled, PreferredMfa: Enabled },
      }),
    );
  await turn(false);
  const session = openSession(town.pool);
  await session.signIn(email, password);
  await turn(true);
  return session.token();
}

/**
 * Somebody for whom an administrator has asked for the role, and who was suspended before another confirmed: so that confirming is
 * refused however often it is tried. Who asked has lost the role again, so that the first administrator is the last.
 */
async function shutOut({ town, root, password, people }: World): Promise<{ readonly suspended: Shown; readonly grantee: string }> {
  const newcomer = async (name: string) => {
    const one = person(town, `${name}.matrix@people.example`);
    await one.signUp({ password, name: `Some ${name}`, as: "buyer", company: "Own" });
    return one;
  };
  const [second, suspect] = [await newcomer("second"), await newcomer("suspect")];
  const [secondId, grantee] = [await idOf(second), await idOf(suspect)];
  await people.admin.ask(admin.askAdminGrant, { params: { userId: secondId } });
  await runAsOperator(town.stage, root, ["tools/confirm-admin.ts", "--email", second.email]);
  await second.ask(identity.chooseOrganisation, { body: { orgId: "platform" } });
  await second.signIn(password);
  await second.ask(admin.askAdminGrant, { params: { userId: grantee } });
  await people.admin.ask(admin.withdrawAdmin, { params: { userId: secondId } });
  const suspended = bearer(await suspect.token());
  await people.admin.ask(admin.suspendPerson, { params: { userId: grantee }, body: { reason: "The matrix asks for it." } });
  return { suspended, grantee };
}

const bearer = (token: string): Shown => ({ authorization: `Bearer ${token}` });

async function peopleFor(world: World) {
  const { buyer, supplier } = world.people;
  const [member, viewer, removed, manager] = await Promise.all([
    seated(world, buyer, "member"),
    seated(world, buyer, "viewer"),
    seated(world, buyer, "removed"),
    seated(world, supplier, "manager"),
  ]);
  return { ...world.people, member, viewer, removed, manager };
}

/** Plays the golden path as far as the floor's first report, adds the rest of the people and records, and gives everybody's view of them. */
export async function callersOf(world: World): Promise<Callers> {
  for (const step of steps.slice(0, steps.indexOf(reporting) + 1)) await step.run(world);
  const people = await peopleFor(world);
  const guest = await guestOf(world);
  const { order, buyer, supplier, otherBuyer, otherSupplier } = await recordsOf(world, people.member);
  const { suspended, grantee } = await shutOut(world);
  const mislaid = "mislaid.matrix@people.example";
  await people.buyer.ask(identity.sendInvitation, { body: { email: mislaid, kind: "viewer" } });
  const invitationToken = await secretFor(world, mislaid);
  const { slug: supplierSlug = "" } = await people.supplier.ask(identity.getMySupplier, {});
  const found = { slug: world.made.productSlug ?? "", supplierSlug, challengeId: guest.ids.challengeId, invitationToken };
  const first = { ...supplier, ...buyer, ...order, grantee };
  const second = { ...otherSupplier, ...otherBuyer, grantee };
  const strange = { ...(await belongings(world, people.otherSupplier)), ...(await listOf(people.otherBuyer)) };
  const strangeTo = async (who: Person): Promise<Ids> => {
    if (who === people.otherBuyer) return { ...strange, ...(await listOf(people.buyer)) };
    return who === people.otherSupplier ? { ...strange, ...(await belongings(world, people.otherBuyer)) } : strange;
  };
  const buyers = [people.buyer, people.member, people.viewer, people.removed];
  const as = async (who: Person, own: Ids, others: Ids): Promise<Caller> => {
    const [mine, theirs] = [await belongings(world, who), await strangeTo(who)];
    const again = async () => {
      await who.signIn(world.password);
      return bearer(await who.token());
    };
    const kept = buyers.includes(who) ? await listOf(who) : {};
    return { shown: bearer(await who.token()), own: { ...found, ...own, ...mine, ...kept }, others: { ...others, ...theirs }, again };
  };
  const removed = await as(people.removed, buyer, second);
  await people.buyer.ask(identity.removeMember, { params: { userId: await idOf(people.removed) } });
  const stranger = (shown: Shown, own: Ids = {}, others: Ids = first): Caller => ({
    shown,
    own: { ...found, ...own },
    others,
    again: async () => shown,
  });
  return {
    "signed out": stranger({}),
    guest: stranger(guest.shown, guest.ids),
    "link holder": stranger({ "x-tracking-token": world.made.trackingToken ?? "", "x-list-token": await listToken(people.buyer) }, order, second),
    "buyer's owner": await as(people.buyer, buyer, second),
    "buyer's member": await as(people.member, buyer, second),
    "buyer's viewer": await as(people.viewer, buyer, second),
    "other buyer": await as(people.otherBuyer, {}, first),
    "supplier's owner": await as(people.supplier, supplier, second),
    "supplier's manager": await as(people.manager, supplier, second),
    "supplier's factory": await as(people.factory, supplier, second),
    "other supplier": await as(people.otherSupplier, {}, first),
    admin: await as(people.admin, { ...first, userId: await idOf(people.admin), seat: "platform" }, first),
    "admin without an app": stranger(bearer(await bareToken(world, people.admin))),
    "removed member": removed,
    suspended: stranger(suspended),
    "ID token": stranger(bearer(await people.buyer.idToken())),
    "forged token": stranger(bearer(forged(await people.buyer.token()))),
  };
}

/** The world of a stage before anything has happened in it. */
export const newWorld = (town: World["town"], root: string): World => ({
  town,
  root,
  people: peopleOf(town, "matrix"),
  made: {},
  password: "thread needle and cloth",
});
