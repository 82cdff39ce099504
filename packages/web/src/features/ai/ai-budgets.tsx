import { getAiSpend, setAiBudgets } from "@sleekapp/contracts/ai";
import type { SpendView } from "@sleekapp/core/ai/view";
import { type FormEvent, useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { dollars, microsOf, taskName, typed } from "./words.ts";

type Line = SpendView["budgets"];

const columns: readonly [Column<Line>, ...Column<Line>[]] = [
  { key: "version", header: "Version", cell: ({ version }) => (version === 0 ? "The stage's own" : version) },
  { key: "at", header: "Written down", wide: true, cell: ({ at }) => (at ? <TimeAt at={at} /> : "") },
  { key: "day", header: "The stage's day", numeric: true, cell: ({ dayMicros }) => dollars(dayMicros) },
  { key: "owner", header: "One owner's day", numeric: true, cell: ({ ownerDayMicros }) => dollars(ownerDayMicros) },
  { key: "hours", header: "Tasks of their own", numeric: true, wide: true, cell: ({ hours }) => hours.length },
];

/** What may be spent on models, and what might be before. */
export function AiBudgets({ spend }: { readonly spend: SpendView }) {
  return (
    <section aria-labelledby="ai-budgets" className="flex flex-col gap-3">
      <h2 id="ai-budgets" className="text-read font-semibold">
        Budgets
      </h2>
      <p className="measure text-ink-2">
        The worst that a call can cost is set aside under all three before it is made. You are told at four fifths of the stage's day, and at the end
        of it. A change counts within a minute, for what was spent before it too.
      </p>
      <DataTable
        label="Versions of the budgets"
        columns={columns}
        rows={[spend.budgets, ...spend.earlierBudgets]}
        rowKey={({ version }) => String(version)}
        empty={{ title: "No budget is known" }}
      />
      <BudgetForm spend={spend} />
    </section>
  );
}

type Draft = { readonly day: string; readonly owner: string; readonly hours: Readonly<Record<string, string>> };

const draftOf = ({ budgets }: SpendView): Draft => ({
  day: typed(budgets.dayMicros),
  owner: typed(budgets.ownerDayMicros),
  hours: Object.fromEntries(budgets.hours.map(({ task, micros }) => [task, typed(micros)])),
});

/** What is wrong with an amount, if anything. */
function problemOf(text: string, most: number | undefined): string | undefined {
  const micros = microsOf(text);
  if (micros === undefined) return "Dollars, such as 0.5.";
  return most !== undefined && micros > most ? "Not more than the stage's day." : undefined;
}

/** The tasks that have a budget of their own here, as typed. */
const named = ({ hours }: Draft) => Object.entries(hours).filter(([, text]) => text.trim() !== "");

function bodyOf(draft: Draft, version: number) {
  const dayMicros = microsOf(draft.day);
  const ownerDayMicros = microsOf(draft.owner);
  const parts = [draft.owner, ...named(draft).map(([, text]) => text)];
  if (dayMicros === undefined || ownerDayMicros === undefined) return undefined;
  if (parts.some((text) => problemOf(text, dayMicros))) return undefined;
  return { version, dayMicros, ownerDayMicros, hours: named(draft).map(([task, text]) => ({ task, micros: microsOf(text) ?? 0 })) };
}

function BudgetForm({ spend }: { readonly spend: SpendView }) {
  const [draft, setDraft] = useState(() => draftOf(spend));
  const [isAsked, setAsked] = useState(false);
  const set = useCommand(setAiBudgets, { refresh: [getAiSpend] });
  const most = microsOf(draft.day);
  const problem = (text: string, limit?: number) => (isAsked ? problemOf(text, limit) : undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const body = bodyOf(draft, spend.budgets.version);
    if (body) set.mutate({ body });
  };
  return (
    <form noValidate onSubmit={send} className="grid max-w-3xl items-start gap-4 sm:grid-cols-2">
      <Field label="The stage's day, in US dollars" error={problem(draft.day)} required>
        <Input inputMode="decimal" value={draft.day} onChange={(event) => setDraft({ ...draft, day: event.target.value })} />
      </Field>
      <Field label="One owner's day, in US dollars" hint="A company, or a guest, over all tasks" error={problem(draft.owner, most)} required>
        <Input inputMode="decimal" value={draft.owner} onChange={(event) => setDraft({ ...draft, owner: event.target.value })} />
      </Field>
      <fieldset className="grid items-start gap-4 sm:col-span-2 sm:grid-cols-2">
        <legend className="mb-2 font-medium">A task's hour, in US dollars; left empty, its share of the day</legend>
        {spend.tasks.map(({ task, hourBudgetMicros }) => {
          const text = draft.hours[task] ?? "";
          const change = (value: string) => setDraft({ ...draft, hours: { ...draft.hours, [task]: value } });
          return (
            <Field key={task} label={taskName(task)} error={text.trim() === "" ? undefined : problem(text, most)}>
              <Input inputMode="decimal" value={text} placeholder={typed(hourBudgetMicros)} onChange={(event) => change(event.target.value)} />
            </Field>
          );
        })}
      </fieldset>
      <div className="flex flex-col gap-3 sm:col-span-2">
        <FormError error={set.error} />
        <Button type="submit" variant="primary" className="self-start" busy={set.isPending}>
          Write the budgets down
        </Button>
      </div>
    </form>
  );
}
