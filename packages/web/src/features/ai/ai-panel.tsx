import { getAiSpend } from "@sleekapp/contracts/ai";
import type { SpendView } from "@sleekapp/core/ai/view";
import { useSearchParams } from "react-router";
import { dateOf } from "../../lib/dates.ts";
import { useRead } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, Note, Progress, SkeletonText } from "../../ui/feedback.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Status } from "../../ui/status.tsx";
import { AiBudgets } from "./ai-budgets.tsx";
import { AiDay } from "./ai-day.tsx";
import { AiPrices } from "./ai-prices.tsx";
import { dollars, taskName } from "./words.ts";

/** What models cost, what is left of today, who is left alone after failures, and the prices calls are settled by. */
export function AiPanel() {
  const [params, setParams] = useSearchParams();
  const thisMonth = dateOf(now()).slice(0, 7);
  const said = params.get("month") ?? "";
  const month = /^20\d\d-(?:0[1-9]|1[0-2])$/u.test(said) ? said : thisMonth;
  const setMonth = (chosen: string) =>
    setParams((before) => new URLSearchParams([...[...before].filter(([key]) => key !== "month"), ["month", chosen]]));
  const found = useRead(getAiSpend, { query: { month } }, { live: true, keep: true });
  if (found.error && !found.data) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data)
    return (
      <Loading label="Reading what models cost">
        <SkeletonText lines={6} />
      </Loading>
    );
  return (
    <div className="flex flex-col gap-8">
      <Today spend={found.data} />
      <section aria-labelledby="ai-month" className="flex flex-col gap-3">
        <h2 id="ai-month" className="text-read font-semibold">
          A month
        </h2>
        <Field label="Month" className="max-w-48">
          <Input type="month" value={month} max={thisMonth} onChange={(event) => setMonth(event.target.value || month)} />
        </Field>
        <MonthSums spend={found.data} />
      </section>
      <AiDay />
      <AiBudgets key={found.data.budgets.version} spend={found.data} />
      <AiPrices prices={found.data.prices} modelId={found.data.modelId} />
    </div>
  );
}

const taskColumns: readonly [Column<SpendView["tasks"][number]>, ...Column<SpendView["tasks"][number]>[]] = [
  { key: "task", header: "Task", cell: ({ task }) => taskName(task) },
  { key: "calls", header: "Calls this hour", numeric: true, wide: true, cell: ({ hourCalls, hourMost }) => `${hourCalls} of ${hourMost}` },
  {
    key: "money",
    header: "Money this hour",
    numeric: true,
    wide: true,
    cell: ({ hourMicros, hourBudgetMicros }) => `${dollars(hourMicros)} of ${dollars(hourBudgetMicros)}`,
  },
  {
    key: "state",
    header: "State",
    cell: ({ isPaused, failures }) =>
      isPaused ? <Status tone="late">Left alone</Status> : <Status tone="done">{failures === 0 ? "Asked" : `Asked, ${failures} failed`}</Status>,
  },
];

function Today({ spend: { today, tasks, modelId, imageModelId } }: { readonly spend: SpendView }) {
  const percent = today.budgetMicros === 0 ? 100 : Math.min(100, Math.round((today.usedMicros * 100) / today.budgetMicros));
  return (
    <section aria-labelledby="ai-today" className="flex flex-col gap-3">
      <h2 id="ai-today" className="text-read font-semibold">
        Today
      </h2>
      <p className="tnum">
        {dollars(today.usedMicros)} of {dollars(today.budgetMicros)} used, with what is set aside for calls under way. The model is{" "}
        <code className="font-sans">{modelId}</code>; <code className="font-sans">{imageModelId}</code> draws.
      </p>
      <Progress value={percent} label="Used of today's budget" tone={percent >= 80 ? "madder" : "indigo"} />
      {percent >= 100 ? <Note tone="late">The budget is used up: until midnight UTC our rules write what a model would have written.</Note> : null}
      {percent >= 80 && percent < 100 ? (
        <Note tone="waiting">Four fifths are used up. At the end of it our rules write what a model would have written.</Note>
      ) : null}
      <DataTable label="Tasks" columns={taskColumns} rows={tasks} rowKey={({ task }) => task} empty={{ title: "No task is declared" }} />
    </section>
  );
}

type Total = SpendView["totals"][number];
const totalColumns: readonly [Column<Total>, ...Column<Total>[]] = [
  { key: "day", header: "Day", cell: ({ day }) => day },
  { key: "task", header: "Task", cell: ({ task }) => taskName(task) },
  { key: "model", header: "Model", cell: ({ modelId }) => modelId, wide: true },
  { key: "calls", header: "Askings", numeric: true, wide: true, cell: ({ calls }) => calls },
  { key: "byRule", header: "By our rules", numeric: true, wide: true, cell: ({ byRule }) => byRule },
  {
    key: "tokens",
    header: "Tokens in and out",
    numeric: true,
    wide: true,
    cell: ({ inputTokens, outputTokens, images }) =>
      images > 0 ? `${images} ${images === 1 ? "picture" : "pictures"}` : `${inputTokens} / ${outputTokens}`,
  },
  { key: "cost", header: "Cost", numeric: true, cell: ({ costMicros }) => dollars(costMicros) },
];

function MonthSums({ spend: { totals, monthMicros, perQuote } }: { readonly spend: SpendView }) {
  return (
    <>
      <p className="tnum text-ink-2">
        {dollars(monthMicros)} in this month
        {perQuote ? `; ${dollars(perQuote.micros)} for each of ${perQuote.quotes} quotes (reading briefs and commentary)` : ""}.
      </p>
      <DataTable
        label="Cost by day, task and model"
        columns={totalColumns}
        rows={totals.toReversed()}
        rowKey={({ day, task, modelId }) => `${day} ${task} ${modelId}`}
        empty={{ title: "Nothing was asked of a model", text: "Every asking of the month is added up here." }}
      />
    </>
  );
}
