import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { action } from "../kernel/action.ts";
import { type AppError, conflict, forbidden } from "../kernel/error.ts";
import { Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { changing, holding, removing } from "../table/write.ts";
import { MembershipRow } from "./entities.ts";
import { HandedOver, KindChanged, Left, Removed } from "./event.ts";
import { fits, formerOwner, SeatKind } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const ByUser = z.strictObject({ userId: z.string().max(60) });

/** A seat in the organisation the caller acts for. */
async function loadSeat({ userId }: z.output<typeof ByUser>) {
  const { actor } = Request.use();
  return actor.type === "member" ? store.findSeat(userId, actor.orgId) : undefined;
}

/** The seat as it was read; whoever changes it meanwhile is not overrun. */
const asRead = ({ userId, orgId, kind }: store.Seat) => MembershipRow.remove({ userId, orgId }).where((row, { eq }) => eq(row.kind, kind));

/** The seat with another kind, if it still is what was read. */
const withKind = ({ userId, orgId, kind }: store.Seat, next: store.Seat["kind"]): TransactWriteItem =>
  changing(
    MembershipRow.patch({ userId, orgId })
      .set({ kind: next })
      .where((row, { eq }) => eq(row.kind, kind)),
  );

/** Holds as long as the caller owns the organisation: an owner who hands over at this very moment decides nothing any more. */
function stillOwner(): TransactWriteItem {
  const { actor } = Request.use();
  if (actor.type !== "member") throw forbidden("member.forbidden", "Only owners decide about seats");
  const { userId, orgId } = actor;
  return holding(MembershipRow.remove({ userId, orgId }).where((row, { eq }) => eq(row.kind, "owner")));
}

const changed = (): AppError => conflict("member.changed", "This seat changed while you were looking at it; read it again");

const ownersSeat = (): AppError => conflict("member.owner", "An owner hands the organisation over before leaving");

/** Gives a member another kind of seat, from their next command on. Throws `member.owner`, `member.kind` and `member.changed`. */
export const changeKind = action(
  { name: "account.change_member_kind", effect: "command", input: ByUser.extend({ kind: SeatKind }), load: loadSeat, policy: policy.manageOrg },
  async ({ input, record }) => {
    const { userId, orgId, orgKind, kind } = record;
    if (kind === "owner") throw conflict("member.owner", "An owner stays one until the organisation is handed over");
    if (!fits(orgKind, input.kind)) throw conflict("member.kind", "There is no such seat in this organisation");
    return commit({
      about: orgId,
      writes: [withKind(record, input.kind), stillOwner()],
      events: [KindChanged({ orgId, userId, before: kind, after: input.kind })],
      changed: { before: { kind }, after: { kind: input.kind } },
      reply: { userId, kind: input.kind },
      refused: changed,
    });
  },
);

/** Takes a seat away; it ends at the person's next command. Throws `member.owner` for an owner's seat and `member.changed`. */
export const remove = action(
  { name: "account.remove_member", effect: "command", input: ByUser, load: loadSeat, policy: policy.manageOrg },
  async ({ record }) => {
    const { userId, orgId, kind } = record;
    if (kind === "owner") throw ownersSeat();
    return commit({
      about: orgId,
      writes: [removing(asRead(record)), stillOwner()],
      events: [Removed({ orgId, userId, kind })],
      changed: { before: { kind }, after: { kind: null } },
      reply: { userId },
      refused: changed,
    });
  },
);

async function loadOwnSeat() {
  const { actor } = Request.use();
  return actor.type === "member" ? store.findSeat(actor.userId, actor.orgId) : undefined;
}

/** Gives one's own seat back. Throws `member.owner`: an organisation is never without an owner. */
export const leave = action(
  { name: "account.leave_organisation", effect: "command", input: z.strictObject({}), load: loadOwnSeat, policy: policy.ownSeat },
  async ({ record }) => {
    const { userId, orgId, kind } = record;
    if (kind === "owner") throw ownersSeat();
    return commit({
      about: orgId,
      writes: [removing(asRead(record))],
      events: [Left({ orgId, userId, kind })],
      changed: { before: { kind }, after: { kind: null } },
      reply: { orgId },
      refused: changed,
    });
  },
);

/**
 * Makes a member the owner in the caller's place, who keeps a seat as one who acts for the organisation. Of several at once one
 * holds, so that there is one owner before and one after. Throws `member.owner` when handed to oneself and `member.changed`.
 */
export const handOver = action(
  { name: "account.hand_over", effect: "command", input: ByUser, load: loadSeat, policy: policy.manageOrg },
  async ({ record }) => {
    const { actor } = Request.use();
    if (actor.type !== "member" || actor.orgKind !== record.orgKind) throw forbidden("member.forbidden", "Only owners hand an organisation over");
    if (record.kind === "owner") throw conflict("member.owner", "This person owns the organisation already");
    const { orgId, userId } = record;
    const own: store.Seat = { ...record, userId: actor.userId, kind: "owner" };
    return commit({
      about: orgId,
      writes: [withKind(own, formerOwner[actor.orgKind]), withKind(record, "owner")],
      events: [HandedOver({ orgId, from: actor.userId, to: userId })],
      changed: { before: { kind: record.kind }, after: { kind: "owner" } },
      reply: { userId },
      refused: changed,
    });
  },
);
