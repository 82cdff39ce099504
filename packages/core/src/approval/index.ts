import * as z from "zod";
import * as Account from "../account/index.ts";
import { action, nothing } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import * as Spending from "../spending/index.ts";
import { Subject, Words } from "../spending/model.ts";
import { mayApprove, stateOf } from "../spending/rules.ts";
import type { ApprovalView } from "../spending/view.ts";
import { commit } from "../table/commit.ts";
import * as policy from "./policy.ts";
import { changed, currentOf, describe } from "./subject.ts";

export { letterOf } from "./letter.ts";

const overtaken = () => conflict("approval.changed", "This was asked or decided meanwhile; read it again");

type Reading = { readonly actor: Actor; readonly approvers: readonly string[]; readonly isCurrent: boolean };

function viewOf(approval: Spending.Approval, { actor, approvers, isCurrent }: Reading): ApprovalView {
  const { ownerId: _ownerId, isDemo: _isDemo, ...shown } = approval;
  const state = stateOf(approval, nowIso(), isCurrent);
  const mayDecide = state === "asked" && actor.type === "member" && mayApprove({ approvers: [...approvers] }, actor, approval.askedBy);
  return { ...shown, state, mayDecide };
}

/** What the caller's organisation was asked to approve, newest first, at most fifty. What has changed since is void. */
export const list = action(
  { name: "approval.list", effect: "read", input: z.strictObject({}), load: nothing, policy: policy.list },
  async ({ actor }): Promise<readonly ApprovalView[]> => {
    if (actor.type !== "member") throw forbidden("approval.list.forbidden", "You are not allowed to list these");
    const approvals = await Spending.listApprovals(actor.orgId);
    // Most organisations ask for nothing: what follows is read only where there is something.
    if (approvals.length === 0) return [];
    const [rules, isCurrent] = await Promise.all([Spending.findRules(actor.orgId), currentOf(approvals)]);
    return approvals.map((approval) => viewOf(approval, { actor, approvers: rules?.approvers ?? [], isCurrent: isCurrent(approval.subject) }));
  },
);

const Asking = z.strictObject({ subject: Subject, note: Words.optional() });

async function loadAsked({ subject }: z.output<typeof Asking>) {
  const wanted = await describe(subject);
  if (!wanted) return undefined;
  const { ownerId } = wanted;
  const [rules, earlier] = await Promise.all([Spending.findRules(ownerId), Spending.findApproval(Spending.approvalIdOf(ownerId, subject))]);
  return { ...wanted, rules, earlier };
}

/**
 * Asks the organisation's approvers for an order past one's limits: for this revision, this bid, or these pieces at this price, and
 * for nothing else. Asked again it stays the one it is, unless it was declined, used, or ran out. Throws `approval.void` for what
 * changed meanwhile, `approval.not_needed` in an organisation without rules, and `approval.nobody` where nobody else could approve.
 */
export const ask = action(
  { name: "approval.ask", effect: "command", input: Asking, load: loadAsked, policy: policy.ask },
  async ({ input: { subject, note }, record, actor }) => {
    const { ownerId, rules, earlier } = record;
    if (!record.isCurrent) throw changed();
    if (!rules || actor.type !== "member") throw conflict("approval.not_needed", "Your organisation has no limits that would need this");
    if (earlier && ["asked", "approved"].includes(stateOf(earlier, nowIso(), true)))
      throw conflict("approval.asked", "This has been asked already", { approvalId: earlier.approvalId });
    const people = await Account.seatsOf(ownerId);
    if (!people.some((person) => mayApprove(rules, person, actor.userId)))
      throw conflict("approval.nobody", "There is nobody else in your organisation who may approve this");
    const priced = await record.priced();
    const asked = { ownerId, subject, ...priced, askedBy: actor.userId, askedAt: nowIso() };
    const approvalId = Spending.approvalIdOf(ownerId, subject);
    return commit({
      about: approvalId,
      writes: [Spending.askWrite({ ...asked, ...(note === undefined ? {} : { note }) }, earlier)],
      events: [Spending.Asked({ approvalId, ownerId })],
      changed: { ...(earlier ? { before: earlier } : {}), after: { state: "asked", amount: priced.amount } },
      reply: { approvalId, state: "asked" as const },
      refused: overtaken,
    });
  },
);

const Deciding = z.strictObject({
  approvalId: id("approval"),
  version: z.int().min(1),
  verdict: z.enum(["approved", "declined"]),
  note: Words.optional(),
});

async function loadDecided({ approvalId }: z.output<typeof Deciding>) {
  const approval = await Spending.findApproval(approvalId);
  if (!approval) return undefined;
  const [rules, isCurrent] = await Promise.all([Spending.findRules(approval.ownerId), currentOf([approval])]);
  const { ownerId, askedBy, subject } = approval;
  return { ownerId, askedBy, approvers: rules?.approvers ?? [], approval, isCurrent: isCurrent(subject) };
}

/**
 * Says yes or no to what a colleague asked for, as it was shown. Nobody decides about what they asked for themselves, also not an
 * owner. Throws `approval.changed` for another version, `approval.void` and `approval.expired`.
 */
export const decide = action(
  { name: "approval.decide", effect: "command", input: Deciding, load: loadDecided, policy: policy.decide },
  async ({ input: { version, verdict, note }, record: { approval, isCurrent }, actor }) => {
    const state = stateOf(approval, nowIso(), isCurrent);
    if (state === "void") throw changed();
    if (state === "expired") throw conflict("approval.expired", "What was asked for has run out");
    if (state !== "asked" || approval.version !== version) throw overtaken();
    const { approvalId, ownerId } = approval;
    const decidedBy = actor.type === "member" ? actor.userId : "";
    return commit({
      about: approvalId,
      writes: [Spending.approvalWrite(approval, { state: verdict, decidedBy, decidedAt: nowIso(), ...(note === undefined ? {} : { answer: note }) })],
      events: [verdict === "approved" ? Spending.Given({ approvalId, ownerId }) : Spending.Refused({ approvalId, ownerId })],
      changed: { before: approval, after: { state: verdict } },
      reply: { approvalId, state: verdict },
      refused: overtaken,
    });
  },
);
