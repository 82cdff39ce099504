import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { action } from "../kernel/action.ts";
import { Request } from "../kernel/request.ts";
import { changing, creating } from "../table/write.ts";
import { MembershipRow, OrgRow, UserRow } from "./entities.ts";
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

type NewSeat = Pick<store.Seat, "orgId" | "orgKind" | "kind">;

/** The rows that give a person a seat and make it the organisation they act for. */
export function seatWrites(user: store.User, seat: NewSeat, at: string): TransactWriteItem[] {
  const { userId, email, name, version } = user;
  return [
    creating(MembershipRow.create({ userId, ...seat, email, name, createdAt: at })),
    changing(
      UserRow.patch({ userId })
        .set({ activeOrgId: seat.orgId, version: version + 1 })
        .where((row, { eq }) => eq(row.version, version)),
    ),
  ];
}

/** The row that gives an organisation another name. */
export const renameWrite = (orgId: string, name: string): TransactWriteItem => changing(OrgRow.patch({ orgId }).set({ name }).add({ version: 1 }));
