import type { Policy } from "../kernel/action.ts";
import type { Purpose } from "./model.ts";

type Subject = { readonly orgId: string; readonly purpose: Purpose };

/** The organisation that asked for the slot watches it: photos of a stage with its floor, pictures of a listing without. */
export const read: Policy<Subject> = {
  see: (actor, { orgId }) => actor.type === "member" && actor.orgId === orgId,
  act: (actor, { orgId, purpose }) => actor.type === "member" && actor.orgId === orgId && (purpose === "stage" || actor.kind !== "factory"),
};

/** Only the worker that has looked inside the file decides. */
export const settle: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
