import { getTrends } from "@sleekapp/contracts/market";
import { Family, familyNames } from "@sleekapp/core/garment/model";
import type { TrendView } from "@sleekapp/core/market/view";
import { useSearchParams } from "react-router";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { accuracy, monthText, rangeText } from "./words.ts";

type Month = TrendView["families"][number]["months"][number];

const columns: readonly [Column<Month>, ...Column<Month>[]] = [
  { key: "month", header: "Month", cell: ({ month }) => monthText(month) },
  { key: "median", header: "Half at most", numeric: true, cell: ({ figure }) => (figure ? formatMoney(figure.median) : "Too few") },
  { key: "range", header: "Middle half", numeric: true, wide: true, cell: ({ figure }) => (figure ? rangeText(figure) : "") },
  { key: "cases", header: "Cases", numeric: true, cell: ({ figure }) => (figure ? formatCount(figure.cases) : "") },
];

/** What a piece was ordered at, month by month, of one family at a time. */
export function TrendPanel() {
  const [search, setSearch] = useSearchParams();
  const chosen = Family.safeParse(search.get("family"));
  const family = chosen.success ? chosen.data : "casualwear";
  const found = useRead(getTrends, {});
  const rows = found.data?.families.find((one) => one.family === family)?.months.toReversed();
  const choose = (next: string) =>
    setSearch(
      (before) => {
        before.set("family", next);
        return before;
      },
      { replace: true },
    );
  return (
    <div className="flex flex-col gap-4">
      <Field label="Family" className="max-w-xs">
        <Select value={family} onChange={(event) => choose(event.target.value)}>
          {Family.options.map((one) => (
            <option key={one} value={one}>
              {familyNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <DataTable
        label={`Orders of ${familyNames[family].toLowerCase()}, a piece`}
        columns={columns}
        rows={found.data ? (rows ?? []) : undefined}
        rowKey={({ month }) => month}
        error={found.data ? null : found.error}
        onRetry={() => void found.refetch()}
        empty={{ title: "No months yet" }}
      />
      {found.data ? <p className="text-small text-ink-3">{accuracy(found.data.resolutionBps)}</p> : null}
    </div>
  );
}
