import { listSuppliers } from "@sleekapp/contracts/identity";
import { Verification } from "@sleekapp/core/supplier/model";
import type { SupplierCard } from "@sleekapp/core/supplier/view";
import { clsx } from "clsx";
import { useState } from "react";
import { OrgPeopleList } from "./org-people.tsx";
import { PersonPane } from "./person-pane.tsx";
import { SupplierPane } from "../review/supplier-pane.tsx";
import { standings } from "../supplier/words.ts";
import { countryName } from "../../lib/countries.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Status } from "../../ui/status.tsx";
import { TimeAt } from "../../ui/value.tsx";

const WAITING = "pending";
const options = Verification.options.filter((value) => value !== WAITING).map((value) => ({ value, label: standings[value].name }));

const company: Column<SupplierCard> = { key: "company", header: "Company", cell: (row) => row.companyName || "No company name" };
const others: readonly Column<SupplierCard>[] = [
  { key: "country", header: "Country", cell: (row) => (row.country ? countryName(row.country) : ""), wide: true },
  {
    key: "standing",
    header: "Standing",
    cell: (row) => <Status tone={standings[row.verification].tone}>{standings[row.verification].name}</Status>,
  },
  { key: "submitted", header: "Handed in", cell: (row) => (row.submittedAt ? <TimeAt at={row.submittedAt} /> : ""), wide: true },
];

/** Suppliers by where they stand, longest waiting first; one opens at the side to be decided about. */
export function SuppliersTab() {
  const [{ state, supplier, person }] = useUrlState({ state: "", supplier: "", person: "" });
  // Somebody who comes by a link starts at the title; who chooses a row goes on to the supplier.
  const [first] = useState(supplier);
  const found = usePages(listSuppliers, { verification: state || WAITING, limit: 50 }, { live: true });
  const linkTo = (row: SupplierCard) => `?${new URLSearchParams({ tab: "suppliers", ...(state ? { state } : {}), supplier: row.orgId })}`;
  return (
    <>
      <FilterBar filters={[{ key: "state", label: "Standing", any: standings[WAITING].name, options }]} />
      <div className={clsx("grid gap-6", supplier !== "" && "lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:items-start")}>
        <DataTable
          label="Suppliers"
          columns={supplier === "" ? [company, ...others] : [company, ...others.filter(({ wide }) => !wide)]}
          rows={found.items}
          rowKey={(row) => row.orgId}
          rowLink={linkTo}
          error={found.error}
          onRetry={found.retry}
          more={found.more}
          empty={
            state === ""
              ? { title: "Nobody is waiting", text: "Applications appear here when a supplier hands one in." }
              : { title: "No supplier stands here", text: "Choose another standing to see the others." }
          }
        />
        {supplier === "" ? null : (
          <div className="flex min-w-0 flex-col gap-6">
            <SupplierPane key={supplier} orgId={supplier} isFollowed={supplier !== first && person === ""} />
            <OrgPeopleList orgId={supplier} />
            {person === "" ? null : <PersonPane key={person} userId={person} />}
          </div>
        )}
      </div>
    </>
  );
}
