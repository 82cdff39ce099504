import { keyedHash } from "../ports/crypto.ts";
import { Secrets } from "../ports/secrets.ts";
import { normalise } from "../table/unique.ts";
import { PLATFORM } from "./model.ts";
import * as store from "./store.ts";

export { groupOf, Intent, Me, MemberView, OrgView, PLATFORM, ProfileView, SessionView, SignUpAs } from "./model.ts";
export type { Claims } from "./model.ts";
export type { Billed } from "./organisation.ts";
export type { Home, Org, Seat, User } from "./store.ts";
export {
  AdminMade,
  AllSessionsEnded,
  AvatarChanged,
  EmailChanged,
  HandedOver,
  Joined,
  KindChanged,
  Left,
  Opened,
  OrgChanged,
  OrgChosen,
  PasswordReset,
  PersonRestored,
  PersonSuspended,
  ProfileChanged,
  Removed,
  SessionEnded,
  UsernameChosen,
} from "./event.ts";
export { claimsFor, intend, makeFirstAdmin, open, tokenFacts } from "./open.ts";
export { findPerson, organisationPeople, organisations, person, suspended } from "./people.ts";
export { restore, suspend } from "./suspension.ts";
export { endAllSessions, endSession, endSessionsOf, passwordWasReset, sessions, signOutEverywhere, signOutMembers, standing } from "./session.ts";
export { choose, me } from "./profile.ts";
export { billed, organisation, updateOrganisation } from "./organisation.ts";
export { avatarUpload, askAvatar, chooseUsername, profile, removeAvatar, setAvatar, updateProfile } from "./details.ts";
export { confirmEmail } from "./email.ts";
export { addressBookWrite, endingWrite } from "./book.ts";
export { adminSeatGoes, adminSeatHolds, adminSeatWrites, adminSeats, members, renameWrite, seatWrites } from "./members.ts";
export { changeKind, handOver, leave, remove } from "./seats.ts";

/** The key that owns a guest's work: a keyed hash of the address, so that the table does not hold a list of strangers' addresses as keys. */
export async function guestOwnerId(email: string): Promise<string> {
  return `e~${keyedHash(await Secrets.use().get("code-pepper"), `owner:${normalise(email)}`).slice(0, 32)}`;
}

/** Name of an organisation, for cards and mails; empty for one that does not exist. */
export const orgName = async (orgId: string): Promise<string> => (await store.findOrg(orgId))?.name ?? "";

export type Address = { readonly email: string; readonly name: string };

/** Where an organisation's people are written to: owners and those who act for it, never its viewers or its floor. */
export async function addressesOf(orgId: string): Promise<readonly Address[]> {
  const seats = await store.listSeats(orgId);
  return seats.filter(({ kind }) => kind !== "viewer" && kind !== "factory").map(({ email, name }) => ({ email, name }));
}

/** Everybody with a seat in an organisation, for rules about who may do what in it; at most a hundred. */
export const seatsOf = (orgId: string): Promise<readonly store.Seat[]> => store.listSeats(orgId);

/** Where the people who run the platform are written to. */
export const adminAddresses = (): Promise<readonly Address[]> => addressesOf(PLATFORM);

/** A person with their seats, and whether they are shut out. */
export const findHome = async (userId: string): Promise<store.Home | undefined> => store.findHome(userId);

/** A person, or undefined for somebody we do not know. */
export const findUser = async (userId: string): Promise<store.User | undefined> => store.findUser(userId);

/** A person's address, for mails about their own doing. */
export const emailOf = async (userId: string): Promise<string | undefined> => (await findUser(userId))?.email;
