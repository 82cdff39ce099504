import { listOrganisations, listSuspendedPeople } from "@sleekapp/contracts/admin";
import type { OrgCard, SuspendedPerson } from "@sleekapp/core/account/model";
import { clsx } from "clsx";
import { countryName } from "../../lib/countries.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { EmailAddress, TimeAt } from "../../ui/value.tsx";
import { FindPerson } from "./find-person.tsx";
import { OrgPeopleList } from "./org-people.tsx";
import { PersonPane } from "./person-pane.tsx";

const SUSPENDED = "suspended";
const filter = { key: "show", label: "Show", any: "Companies that buy", options: [{ value: SUSPENDED, label: "Suspended people" }] };

const orgColumns: readonly [Column<OrgCard>, ...Column<OrgCard>[]] = [
  { key: "name", header: "Company", cell: ({ name }) => name },
  { key: "country", header: "Country", cell: ({ country }) => (country ? countryName(country) : ""), wide: true },
  { key: "since", header: "Since", cell: ({ createdAt }) => <TimeAt at={createdAt} /> },
];

const personColumns: readonly [Column<SuspendedPerson>, ...Column<SuspendedPerson>[]] = [
  { key: "name", header: "Person", cell: ({ name }) => name },
  { key: "email", header: "E-mail address", cell: ({ email }) => <EmailAddress address={email} />, wide: true },
  { key: "since", header: "Suspended", cell: ({ suspendedAt }) => <TimeAt at={suspendedAt} /> },
];

function Companies({ chosen }: { readonly chosen: string }) {
  const found = usePages(listOrganisations, { kind: "buyer", limit: 50 });
  return (
    <DataTable
      label="Companies that buy"
      columns={orgColumns}
      rows={found.items}
      rowKey={({ orgId }) => orgId}
      rowLink={({ orgId }) => (orgId === chosen ? undefined : `?${new URLSearchParams({ tab: "buyers", org: orgId })}`)}
      error={found.error}
      onRetry={found.retry}
      more={found.more}
      empty={{ title: "Nobody buys yet", text: "A company appears here when somebody signs up." }}
    />
  );
}

function Suspended() {
  const found = usePages(listSuspendedPeople, { limit: 50 });
  return (
    <DataTable
      label="Suspended people"
      columns={personColumns}
      rows={found.items}
      rowKey={({ userId }) => userId}
      rowLink={({ userId }) => `?${new URLSearchParams({ tab: "buyers", show: SUSPENDED, person: userId })}`}
      error={found.error}
      onRetry={found.retry}
      more={found.more}
      empty={{ title: "Nobody is suspended", text: "Who is suspended stands here until somebody restores them." }}
    />
  );
}

/** Companies that buy, newest first, with their people; and everybody who is suspended, whatever they belong to. */
export function BuyersTab() {
  const [{ show, org, person }] = useUrlState({ show: "", org: "", person: "" });
  const hasSide = org !== "" || person !== "";
  return (
    <>
      <FindPerson />
      <FilterBar filters={[filter]} />
      <div className={clsx("grid gap-6", hasSide && "lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:items-start")}>
        {show === SUSPENDED ? <Suspended /> : <Companies chosen={org} />}
        {hasSide ? (
          <div className="flex min-w-0 flex-col gap-6">
            {org === "" ? null : <OrgPeopleList key={org} orgId={org} />}
            {person === "" ? null : <PersonPane key={person} userId={person} />}
          </div>
        ) : null}
      </div>
    </>
  );
}
