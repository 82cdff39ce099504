import { action } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict } from "../kernel/error.ts";
import { nowIso, Request } from "../kernel/request.ts";
import * as z from "zod";
import { commit } from "../table/commit.ts";
import { RulesSet } from "./event.ts";
import { Settings, unlimited } from "./model.ts";
import * as policy from "./policy.ts";
import { limitsOf, spentIn } from "./rules.ts";
import * as store from "./store.ts";
import type { SpendingView } from "./view.ts";

export { Asked, Given, Refused, RulesSet, Used } from "./event.ts";
export type { Approval, Asked as Asking } from "./store.ts";
export { approvalIdOf, approvalWrite, askWrite, findApproval, findRules, listApprovals } from "./store.ts";

const Nothing = z.strictObject({});

const monthOf = (actor: Actor) => ({
  orgId: actor.type === "member" ? actor.orgId : "",
  month: nowIso().slice(0, 7),
  userId: actor.type === "member" ? actor.userId : "",
});

/** The rules of the caller's organisation with what the caller has ordered this month. */
async function loadOwn() {
  const { actor } = Request.use();
  if (actor.type !== "member" || actor.orgKind !== "buyer") return undefined;
  const [rules, spent] = await Promise.all([store.findRules(actor.orgId), store.findSpent(monthOf(actor))]);
  return { orgId: actor.orgId, rules, spent };
}

function viewOf(
  { limits, approvers, isPoRequired, version }: Settings & { readonly version: number },
  actor: Actor,
  spent?: store.Spent,
): SpendingView {
  const own = actor.type === "member" ? limitsOf(limits, actor) : [];
  return { limits, approvers, isPoRequired, version, own: own.map((limit) => ({ limit, spent: spentIn(spent?.sums ?? {}, limit, nowIso()) })) };
}

/** What holds for orders of the caller's organisation; version 0 where nothing was decided. */
export const get = action(
  { name: "spending.get", effect: "read", input: Nothing, load: loadOwn, policy: policy.read },
  async ({ record: { rules, spent }, actor }): Promise<SpendingView> => viewOf(rules ?? { ...unlimited, version: 0 }, actor, spent),
);

/** Sets the rules as a whole, from the next order on. Throws `spending.changed` when somebody else set them meanwhile. */
export const set = action(
  { name: "spending.set", effect: "command", input: Settings.extend({ version: z.int().min(0) }), load: loadOwn, policy: policy.decide },
  async ({ input: { version, ...settings }, record: { orgId, rules, spent }, actor }) =>
    commit({
      about: orgId,
      writes: [store.rulesWrite(orgId, settings, version)],
      events: [RulesSet({ orgId, limits: settings.limits.length, approvers: settings.approvers.length })],
      changed: { ...(rules ? { before: rules } : {}), after: settings },
      reply: viewOf({ ...settings, version: version + 1 }, actor, spent),
      refused: () => conflict("spending.changed", "Somebody else changed the rules meanwhile; read them again"),
    }),
);
