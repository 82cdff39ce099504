import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { changing, creating, removing } from "../table/write.ts";
import { MembershipRow, OrgRow, UserRow } from "./entities.ts";
import { Removed } from "./event.ts";
import type { MemberView } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const loadOwnOrg = async () => {
  const { actor } = Request.use();
  return actor.type === "member" ? { orgId: actor.orgId } : undefined;
};

/** Everybody with a seat in the caller's organisation. */
export const members = action(
  { name: "account.members", effect: "read", input: z.strictObject({}), load: loadOwnOrg, policy: policy.readOrg },
  async ({ record }): Promise<readonly MemberView[]> => {
    const seats = await store.listSeats(record.orgId);
    return seats.map(({ userId, name, email, kind }) => ({ userId, name, email, kind }));
  },
);

const Removing = z.strictObject({ userId: z.string().max(60) });

async function loadMember({ userId }: z.output<typeof Removing>) {
  const { actor } = Request.use();
  return actor.type === "member" ? store.findSeat(userId, actor.orgId) : undefined;
}

/** Takes a seat away; it ends at the person's next command. Throws `member.owner` for an owner's seat. */
export const remove = action(
  { name: "account.remove_member", effect: "command", input: Removing, load: loadMember, policy: policy.manageOrg },
  async ({ record }) => {
    const { userId, orgId, kind } = record;
    if (kind === "owner") throw conflict("member.owner", "An owner hands the organisation over before leaving");
    return commit({
      about: orgId,
      writes: [removing(MembershipRow.remove({ userId, orgId }))],
      events: [Removed({ orgId, userId })],
      reply: { userId },
    });
  },
);

type NewSeat = Pick<store.Seat, "orgId" | "orgKind" | "kind">;

/** The rows that give a person a seat and make it the organisation they act for. */
export function seatWrites(user: store.User, seat: NewSeat, at: string): TransactWriteItem[] {
  const { userId, email, name, version } = user;
  return [
    creating(MembershipRow.create({ userId, ...seat, email, name, createdAt: at })),
    changing(UserRow.patch({ userId }).set({ activeOrgId: seat.orgId, version: version + 1 })),
  ];
}

/** The row that gives an organisation another name. */
export const renameWrite = (orgId: string, name: string): TransactWriteItem => changing(OrgRow.patch({ orgId }).set({ name }).add({ version: 1 }));
