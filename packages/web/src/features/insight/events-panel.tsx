import { listSecurityEvents } from "@sleekapp/contracts/insight";
import { type SecurityEvent, Severity } from "@sleekapp/core/security/model";
import { formatMoney } from "../../lib/money.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Status } from "../../ui/status.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { kindNames, severities, shortId } from "./words.ts";

/** AI costs are millionths of a dollar; everything else is a number of times. */
const amountOf = ({ kind, count }: SecurityEvent): string =>
  kind === "ai_cost" ? formatMoney({ amount: Math.round(count / 10_000), currency: "USD" }) : `${count}`;

export const eventColumns: readonly [Column<SecurityEvent>, ...Column<SecurityEvent>[]] = [
  {
    key: "kind",
    header: "What",
    cell: (event) => (
      <>
        {kindNames[event.kind]}
        <span className="block text-small wrap-anywhere text-ink-2 md:hidden">
          {shortId(event.who)}, {event.what}, {amountOf(event)}
        </span>
        <span className="block text-small text-ink-3 md:hidden">
          <TimeAt at={event.lastAt} />
        </span>
      </>
    ),
  },
  {
    key: "severity",
    header: "Severity",
    cell: ({ severity }) => <Status tone={severities[severity].tone}>{severities[severity].name}</Status>,
  },
  { key: "count", header: "At least", cell: amountOf, numeric: true, wide: true },
  {
    key: "who",
    header: "Who, and what last",
    cell: ({ who, what }) => (
      <>
        <span className="wrap-anywhere">{who}</span>
        <span className="block text-small wrap-anywhere text-ink-2">{what}</span>
      </>
    ),
    wide: true,
  },
  { key: "from", header: "First", cell: ({ firstAt }) => <TimeAt at={firstAt} />, wide: true },
  { key: "to", header: "Last", cell: ({ lastAt }) => <TimeAt at={lastAt} />, wide: true },
];

const options = Severity.options.toReversed().map((value) => ({ value, label: severities[value].name }));

/** What may have been an attempt at something, counted by caller and hour. */
export function EventsPanel() {
  const [{ severity }] = useUrlState({ severity: "" });
  const found = usePages(listSecurityEvents, { severity }, { live: true });
  return (
    <>
      <FilterBar filters={[{ key: "severity", label: "Severity", any: "Today's, all", options }]} />
      <DataTable
        label="Security events"
        columns={eventColumns}
        rows={found.items}
        rowKey={({ kind, who, firstAt }) => `${kind} ${who} ${firstAt}`}
        error={found.error}
        onRetry={found.retry}
        more={found.more}
        empty={{ title: "Nothing to see", text: "Failed sign-ins, refusals in numbers and the like appear here within seconds." }}
      />
    </>
  );
}
