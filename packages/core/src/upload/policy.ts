import type { Policy } from "../kernel/action.ts";

type Subject = { readonly orgId: string };

/** The organisation that asked for the slot watches it. */
export const read: Policy<Subject> = {
  see: (actor, { orgId }) => actor.type === "admin" || (actor.type === "member" && actor.orgId === orgId),
  act: (actor, { orgId }) => actor.type === "admin" || (actor.type === "member" && actor.orgId === orgId),
};

/** Only the worker that has looked inside the file decides. */
export const settle: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
