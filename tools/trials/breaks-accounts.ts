import type { Break } from "./breaks.ts";

const account = "packages/core/src/account";
const inside = { caughtIn: `${account}/inside.test.ts`, by: "lets somebody outside in" } as const;

/** Who has a seat, who owns, who is shut out. */
export const accountBreaks: readonly Break[] = [
  {
    name: "somebody who was removed keeps the seat",
    file: `${account}/seats.ts`,
    find: "writes: [removing(asRead(record)), stillOwner()],",
    replace: "writes: [stillOwner()],",
    ...inside,
  },
  {
    name: "handing over leaves two owners",
    file: `${account}/seats.ts`,
    find: 'writes: [withKind(own, formerOwner[actor.orgKind]), withKind(record, "owner")],',
    replace: 'writes: [withKind(own, own.kind), withKind(record, "owner")],',
    ...inside,
  },
  {
    name: "a command does not ask whether the caller was shut out",
    file: `${account}/session.ts`,
    find: "if (suspension) throw shutOut();",
    replace: 'if (suspension?.reason === "") throw shutOut();',
    caughtIn: `${account}/suspension.test.ts`,
    by: "holds in a seat that is taken at the same moment",
  },
  {
    name: "a suspension does not mind that somebody has become an administrator meanwhile",
    file: `${account}/suspension.ts`,
    find: "writes: [creating(row), noAdminSeat(userId)],",
    replace: "writes: [creating(row)],",
    caughtIn: "packages/core/src/staff/staff.test.ts",
    by: "and a suspension exclude each other",
  },
];
