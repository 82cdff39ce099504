import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { action } from "../kernel/action.ts";
import { Request } from "../kernel/request.ts";
import { changing, creating, holding, removing } from "../table/write.ts";
import { MembershipRow, OrgRow, SuspensionRow, UserRow } from "./entities.ts";
import { type MemberView, PLATFORM } from "./model.ts";
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

/** Everybody who runs the platform, at most a hundred. */
export const adminSeats = (): Promise<readonly store.Seat[]> => store.listSeats(PLATFORM);

/** The rows that make a person an administrator, beside what they are already; refused when they are one, or are shut out. */
export function adminSeatWrites({ userId, email, name }: store.User, at: string): TransactWriteItem[] {
  const seat = { userId, orgId: PLATFORM, orgKind: "platform", kind: "admin", email, name, createdAt: at } as const;
  const isFree = SuspensionRow.delete({ userId }).where((row, { notExists }) => notExists(row.userId));
  return [creating(MembershipRow.create(seat)), holding(isFree)];
}

/** Holds as long as this person is no administrator. */
export const noAdminSeat = (userId: string): TransactWriteItem =>
  holding(MembershipRow.delete({ userId, orgId: PLATFORM }).where((row, { notExists }) => notExists(row.userId)));

/** Holds as long as this person is an administrator. */
export const adminSeatHolds = (userId: string): TransactWriteItem => holding(MembershipRow.remove({ userId, orgId: PLATFORM }));

/** The row by which this person is an administrator goes. */
export const adminSeatGoes = (userId: string): TransactWriteItem => removing(MembershipRow.remove({ userId, orgId: PLATFORM }));

/** The row that gives an organisation another name. */
export const renameWrite = (orgId: string, name: string): TransactWriteItem => changing(OrgRow.patch({ orgId }).set({ name }).add({ version: 1 }));
