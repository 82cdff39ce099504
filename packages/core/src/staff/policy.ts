import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

const isAdmin = (actor: Actor): boolean => actor.type === "admin";

/** Everybody may know that there are administrators; only they know who. */
export const list: Policy<object> = { see: () => true, act: isAdmin };

/** Roles are the administrators' to ask for, to call off and to withdraw. */
export const manage: Policy<object> = { see: isAdmin, act: isAdmin };

/** The command of an operator, who holds the stage's own credentials. */
const isOperator = (actor: Actor): boolean => actor.type === "system" && actor.cause === "operator:confirm-admin";

/** Another than who asked has to confirm: nobody makes an administrator alone. Where there is only one yet, an operator is the second. */
export const confirm: Policy<{ readonly askedBy: string; readonly hasOneAdmin: boolean }> = {
  see: (actor) => isAdmin(actor) || isOperator(actor),
  act: (actor, { askedBy, hasOneAdmin }) => (isOperator(actor) ? hasOneAdmin : actor.type === "admin" && actor.userId !== askedBy),
};
