import { getOrganisationPeople } from "@sleekapp/contracts/admin";
import type { SeatView } from "@sleekapp/core/account/model";
import { useSearchParams } from "react-router";
import { useRead } from "../../lib/query.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Status } from "../../ui/status.tsx";
import { kindNames } from "../settings/kinds.ts";

const columns: readonly [Column<SeatView>, ...Column<SeatView>[]] = [
  { key: "name", header: "Person", cell: ({ name }) => name },
  { key: "kind", header: "Seat", cell: ({ kind }) => kindNames[kind] },
  {
    key: "standing",
    header: "Standing",
    cell: ({ suspendedAt }) => (suspendedAt ? <Status tone="late">Suspended</Status> : <Status tone="done">Active</Status>),
  },
];

/** Everybody with a seat in one organisation; each opens below. */
export function OrgPeopleList({ orgId }: { readonly orgId: string }) {
  const people = useRead(getOrganisationPeople, { params: { orgId } });
  const [params] = useSearchParams();
  const linkTo = ({ userId }: SeatView) => {
    const next = new URLSearchParams(params);
    next.set("person", userId);
    return `?${next}`;
  };
  return (
    <section aria-label="People" className="flex min-w-0 flex-col gap-3">
      <h2 className="text-read font-semibold">People</h2>
      <DataTable
        label="People"
        columns={columns}
        rows={people.data?.members}
        rowKey={({ userId }) => userId}
        rowLink={linkTo}
        error={people.data ? null : people.error}
        onRetry={() => void people.refetch()}
        empty={{ title: "Nobody has a seat here" }}
      />
    </section>
  );
}
