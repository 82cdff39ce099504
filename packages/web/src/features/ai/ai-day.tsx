import { getAiDay } from "@sleekapp/contracts/ai";
import type { DayView } from "@sleekapp/core/ai/view";
import { useSearchParams } from "react-router";
import { dateOf } from "../../lib/dates.ts";
import { useRead } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { dollars, outcomeName, taskName } from "./words.ts";

type Owner = DayView["owners"][number];
const ownerColumns: readonly [Column<Owner>, ...Column<Owner>[]] = [
  { key: "who", header: "For", cell: ({ ownerId }) => <span className="break-all">{ownerId}</span> },
  { key: "calls", header: "Askings", numeric: true, cell: ({ calls }) => calls },
  { key: "cost", header: "Cost", numeric: true, cell: ({ costMicros }) => dollars(costMicros) },
];

type How = DayView["outcomes"][number];
const howColumns: readonly [Column<How>, ...Column<How>[]] = [
  { key: "task", header: "Task", cell: ({ task }) => taskName(task) },
  { key: "how", header: "How it went", cell: ({ outcome }) => outcomeName(outcome) },
  { key: "calls", header: "Askings", numeric: true, cell: ({ calls }) => calls },
];

/** One day: for whom models were asked, and how it went. */
export function AiDay() {
  const [params, setParams] = useSearchParams();
  const said = params.get("day") ?? "";
  const day = /^20\d\d-\d\d-\d\d$/u.test(said) ? said : dateOf(now());
  const setDay = (chosen: string) => setParams((before) => new URLSearchParams([...[...before].filter(([key]) => key !== "day"), ["day", chosen]]));
  const found = useRead(getAiDay, { params: { day } }, { keep: true });
  const shared = { error: found.data ? null : found.error, onRetry: () => void found.refetch() };
  return (
    <section aria-labelledby="ai-day" className="flex flex-col gap-3">
      <h2 id="ai-day" className="text-read font-semibold">
        A day
      </h2>
      <Field label="Day" className="max-w-48">
        <Input type="date" value={day} max={dateOf(now())} onChange={(event) => setDay(event.target.value || day)} />
      </Field>
      {found.data && !found.data.isWhole ? <p className="text-small text-ink-2">Only the first thousand askings of this day are added up.</p> : null}
      <DataTable
        label="Cost by whom it was for"
        columns={ownerColumns}
        rows={found.data?.owners}
        rowKey={({ ownerId }) => ownerId}
        {...shared}
        empty={{ title: "Nobody asked on this day" }}
      />
      {found.data && found.data.outcomes.length > 0 ? (
        <DataTable
          label="How askings went"
          columns={howColumns}
          rows={found.data.outcomes}
          rowKey={({ task, outcome }) => `${task} ${outcome}`}
          empty={{ title: "Nothing was asked" }}
        />
      ) : null}
    </section>
  );
}
