import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Purpose } from "./model.ts";

type Subject = { readonly orgId: string; readonly purpose: Purpose; readonly subjectId: string };

const isSelf = (actor: Actor, userId: string): boolean => (actor.type === "member" || actor.type === "admin") && actor.userId === userId;

/**
 * The organisation that asked for the slot watches it: photos of a stage with its floor, pictures of a listing without. A
 * person's own picture is theirs alone.
 */
export const read: Policy<Subject> = {
  see: (actor, { orgId, purpose, subjectId }) => (purpose === "avatar" ? isSelf(actor, subjectId) : actor.type === "member" && actor.orgId === orgId),
  act: (actor, { orgId, purpose, subjectId }) =>
    purpose === "avatar"
      ? isSelf(actor, subjectId)
      : actor.type === "member" && actor.orgId === orgId && (purpose === "stage" || actor.kind !== "factory"),
};

/** Only the worker that has looked inside the file decides. */
export const settle: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
