import * as Account from "@sleekapp/core/account";
import type { Member } from "@sleekapp/core/kernel/actor";
import { Request, type SignIn } from "@sleekapp/core/kernel/request";
import type { Directory, DirectoryEntry } from "@sleekapp/core/ports/directory";
import { actors } from "./actors.ts";
import { as, NOW } from "./table.ts";

/** Opens an account with an organisation of its own. */
export async function newMember(userId: string, email = `${userId}@example.com`): Promise<Member> {
  const { orgId, orgKind, memberKind } = await as(actors.system, () => Account.open({ userId, email, name: "Rina Das" }));
  if (orgKind === "platform") throw new Error("nobody signs up as the platform");
  return { type: "member", userId, orgId, orgKind, kind: memberKind };
}

export const signInOf = (id: string, at: Date = NOW): SignIn => ({ id, at, device: "Firefox on Linux", address: "203.0.113.7", country: "DE" });

/** Runs as somebody who came by the named sign-in. */
export const withSignIn = <T>(signIn: SignIn, run: () => Promise<T>): Promise<T> => Request.with({ ...Request.use(), signIn }, run);

/** A user pool in memory that notes who was signed out everywhere. */
export function memoryPool(
  entries: readonly DirectoryEntry[] = [],
): Directory & { readonly signedOut: string[]; readonly put: (entry: DirectoryEntry) => void } {
  const people = new Map(entries.map((entry) => [entry.userId, entry]));
  const signedOut: string[] = [];
  return {
    signedOut,
    put: (entry) => void people.set(entry.userId, entry),
    find: async (name) => people.get(name) ?? [...people.values()].find(({ email }) => email === name),
    signOutEverywhere: async (userId) => void signedOut.push(userId),
    forget: async (userId) => void people.delete(userId),
    removeSecondFactor: async (userId) => {
      const entry = people.get(userId);
      if (entry) people.set(userId, { ...entry, hasSecondFactor: false });
    },
  };
}
