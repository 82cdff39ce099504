import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import * as Account from "@sleekapp/core/account";
import type { Member } from "@sleekapp/core/kernel/actor";
import * as Invitation from "@sleekapp/core/invitation";
import * as Supplier from "@sleekapp/core/supplier";
import * as Papers from "@sleekapp/core/supplier/papers";
import * as z from "zod";
import type { Actor } from "@sleekapp/core/kernel/actor";
import { addDays, dateOf } from "@sleekapp/core/kernel/calendar";
import { buyers, PASSWORD, type Person, type SupplierData, suppliers } from "./data/people.ts";
import { codeIn } from "../people/code.ts";
import { paperPdf } from "../people/paper.ts";
import { stageDrawing } from "./drawings/index.ts";
import { type Draw, sendPicture, widths } from "./pictures.ts";
import { ago, as, system } from "./world.ts";

/** The user pool, and where the codes it mails arrive. */
export type Door = { readonly userPoolId: string; readonly clientId: string; readonly mailUrl: string };

const pool = new CognitoIdentityProviderClient({});

const Mails = z.object({ items: z.array(z.object({ id: z.string() })) });
const Mail = z.object({ text: z.string(), html: z.string() });

async function mailedCode({ mailUrl }: Door, email: string): Promise<string> {
  const answer = await fetch(`${mailUrl}/mails?to=${encodeURIComponent(email)}&limit=1`);
  const [newest] = Mails.parse(await answer.json()).items;
  const mail = newest ? Mail.parse(await (await fetch(`${mailUrl}/mails/${newest.id}`)).json()) : undefined;
  const code = mail && codeIn(mail);
  if (code === undefined) throw new Error(`No code came for ${email}`);
  return code;
}

type Known = { readonly sub: string; readonly isConfirmed: boolean };

async function find({ userPoolId }: Door, email: string): Promise<Known | undefined> {
  try {
    const user = await pool.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username: email }));
    const sub = user.UserAttributes?.find(({ Name }) => Name === "sub")?.Value ?? "";
    return { sub, isConfirmed: user.UserStatus === "CONFIRMED" };
  } catch (error) {
    if (error instanceof Error && error.name === "UserNotFoundException") return undefined;
    throw error;
  }
}

/** The id of somebody who is in the pool already; throws for strangers. */
export async function userIdOf(door: Door, email: string): Promise<string> {
  const known = await find(door, email);
  if (!known) throw new Error(`${email} is not in the user pool`);
  return known.sub;
}

type Newcomer = Person & { readonly as: "buyer" | "supplier"; readonly company?: string; readonly since: Date };

/**
 * Signs somebody up as they would: the pool's own API, the triggers, the code from the mail. Their account is opened between
 * sign-up and confirmation, at the moment they are said to have come, so that nothing of theirs is older than they are.
 */
async function signUp(door: Door, newcomer: Newcomer): Promise<Member> {
  const { email, name, since } = newcomer;
  const before = await find(door, email);
  const metadata = { as: newcomer.as, ...(newcomer.company ? { company: newcomer.company } : {}) };
  const attributes = [
    { Name: "email", Value: email },
    { Name: "name", Value: name },
  ];
  const request = { ClientId: door.clientId, Username: email };
  const userId =
    before?.sub ??
    (await pool.send(new SignUpCommand({ ...request, Password: PASSWORD, UserAttributes: attributes, ClientMetadata: metadata }))).UserSub;
  if (!userId) throw new Error(`The user pool gave ${email} no id`);
  const claims = await as(system("trigger:post-confirmation"), { at: since }, () => Account.open({ userId, email, name }));
  if (!before?.isConfirmed) {
    if (before) await pool.send(new ResendConfirmationCodeCommand(request));
    await pool.send(new ConfirmSignUpCommand({ ...request, ConfirmationCode: await mailedCode(door, email) }));
  }
  const { orgId, orgKind, memberKind } = claims;
  if (orgKind === "platform") throw new Error(`${email} is an admin and cannot be a member`);
  return { type: "member", userId, orgId, orgKind, kind: memberKind };
}

type Seat = { readonly door: Door; readonly owner: Member; readonly person: Person; readonly kind: "viewer" | "factory"; readonly since: Date };

/** Invites somebody to an organisation, who signs up and takes the seat with the secret that the mail would have held. */
async function seat({ door, owner, person, kind, since }: Seat): Promise<Member> {
  const guest = await signUp(door, { ...person, as: owner.orgKind, since });
  if (guest.orgId === owner.orgId) return guest;
  const { invitationId } = await as(owner, { at: since }, () => Invitation.send({ email: person.email, kind }));
  const letter = await as(system("queue:send-mail"), { at: since }, () => Invitation.letterOf(invitationId));
  if (!letter) throw new Error(`There is no invitation for ${person.email}`);
  await as(guest, { at: since }, () => Invitation.take({ token: letter.secret }));
  return { ...guest, orgId: owner.orgId, kind };
}

const applicationOf = (data: SupplierData) => ({
  companyName: data.company,
  country: "BD",
  city: data.city,
  address: data.address,
  contactName: data.owner.name,
  phone: data.phone,
  about: data.about,
  families: [...data.families],
  techniques: [...data.techniques],
  moq: data.moq,
  leadDays: data.leadDays,
  ...(data.familyTerms ? { familyTerms: data.familyTerms } : {}),
  weeklyCapacity: data.weeklyCapacity,
  yearEstablished: data.yearEstablished,
  certificates: [
    { name: data.certificate, issuer: "Demo Certification", number: `DEMO-${data.yearEstablished}`, expiresOn: addDays(dateOf(new Date()), 300) },
    ...(data.lapsed
      ? [{ name: data.lapsed, issuer: "Demo Certification", number: `DEMO-${data.yearEstablished}-B`, expiresOn: addDays(dateOf(new Date()), -40) }]
      : []),
  ],
});

/** Sends the registration to the storage as a browser does; it is asked for today, or its slot would be swept before it is there. */
async function sendPaper(owner: Member, { company }: SupplierData): Promise<void> {
  const { papers } = await as(owner, { at: new Date() }, () => Supplier.mine({}));
  if (papers.length > 0) return;
  const slot = await as(owner, { at: new Date() }, () => Papers.ask({ kind: "registration", type: "application/pdf" }));
  const uploadId = await sendPicture(owner, owner.orgId, { slot, bytes: paperPdf(`Trade licence of ${company}, made up for the demo`) });
  await as(owner, { at: new Date() }, () => Papers.add({ uploadId, kind: "registration", name: "trade-licence.pdf" }));
}

/** Sends a picture of the factory in the same way: what stands on its floor, drawn. */
async function sendFactoryPhoto(owner: Member, { families, company }: SupplierData, draw: Draw): Promise<void> {
  const { papers } = await as(owner, { at: new Date() }, () => Supplier.mine({}));
  if (papers.some(({ kind }) => kind === "photo")) return;
  const [stage, colour] = families.includes("knitwear") ? (["knitting", "Natural"] as const) : (["sewing", "Navy"] as const);
  const slot = await as(owner, { at: new Date() }, () => Papers.ask({ kind: "photo", type: "image/png" }));
  const uploadId = await sendPicture(owner, owner.orgId, { slot, bytes: await draw(stageDrawing(stage, colour), widths.floor) });
  await as(owner, { at: new Date() }, () =>
    Papers.add({ uploadId, kind: "photo", name: `${stage}-floor-${company.toLowerCase().split(" ")[0]}.png` }),
  );
}

/** Writes and hands in the application, which an admin answers a day later; one without that day stays in the queue. */
async function apply(owner: Member, admin: Actor, { data, draw }: { readonly data: SupplierData; readonly draw: Draw }): Promise<void> {
  const { verifiedDaysAgo = 0 } = data;
  const { verification } = await as(owner, { at: new Date() }, () => Supplier.mine({}));
  if (verification === "draft") {
    await as(owner, { at: ago(verifiedDaysAgo + 1) }, () => Supplier.save({ application: applicationOf(data) }));
    await sendPaper(owner, data);
    await sendFactoryPhoto(owner, data, draw);
    await as(owner, { at: ago(verifiedDaysAgo + 1, -20) }, () => Supplier.submit({}));
  }
  if (verification !== "verified" && data.verifiedDaysAgo !== undefined)
    await as(admin, { at: ago(verifiedDaysAgo) }, () => Supplier.verify({ orgId: owner.orgId }));
}

/** Everybody of the demo: signed up, seated, and the suppliers verified. Who is there already is left as they are. */
export async function gatherCast(door: Door, admin: Actor, draw: Draw): Promise<ReadonlyMap<string, Member>> {
  const cast = new Map<string, Member>();
  for (const { key, company, owner, viewer } of buyers) {
    const member = await signUp(door, { ...owner, as: "buyer", company, since: ago(200) });
    cast.set(key, member);
    if (viewer) cast.set(`${key}:viewer`, await seat({ door, owner: member, person: viewer, kind: "viewer", since: ago(199) }));
  }
  for (const data of suppliers) {
    const since = ago((data.verifiedDaysAgo ?? 0) + 2);
    const member = await signUp(door, { ...data.owner, as: "supplier", company: data.company, since });
    cast.set(data.key, member);
    await apply(member, admin, { data, draw });
    if (data.floor) cast.set(`${data.key}:floor`, await seat({ door, owner: member, person: data.floor, kind: "factory", since }));
  }
  return cast;
}
