import { inspectOrder } from "@sleekapp/contracts/production";
import { Aql, DefectClass, isLenient, Level, samplingPlan } from "@sleekapp/core/inspection/rules";
import { useState } from "react";
import { useDraft } from "../../lib/draft.ts";
import { formatCount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Select, Textarea } from "../../ui/field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { type Order, orderReads } from "../order/reads.ts";
import { DefectRow, type Photos } from "./defect-row.tsx";
import { Draft, findingOf, fresh, problemsOf, type Row, soFar } from "./inspection-draft.ts";
import { classHints, classNames, outlook } from "./words.ts";

const noPhotos: Photos = { ready: [], busy: false };

function noteProblemOf({ note, limits }: Draft): string | undefined {
  const typed = note.trim();
  if (typed !== "" && typed.length < 3) return "Write at least 3 characters, or leave the note empty.";
  return typed === "" && isLenient(limits) ? "Say why the lot is held to less than was agreed." : undefined;
}

function useInspection({ orderId }: Order, onClose: () => void) {
  const draft = useDraft<Draft>({ key: `inspect.${orderId}`, initial: fresh, parse: (value) => Draft.safeParse(value).data });
  const [photos, setPhotos] = useState<Readonly<Record<string, Photos>>>({});
  const [asked, setAsked] = useState(false);
  const inspect = useCommand(inspectOrder, {
    refresh: orderReads,
    onSuccess: () => {
      draft.clear();
      onClose();
    },
  });
  const { rows, limits, note } = draft.value;
  const photosOf = ({ key }: Row) => photos[key] ?? noPhotos;
  const noteProblem = noteProblemOf(draft.value);
  const submit = () => {
    setAsked(true);
    const findings = rows.map((row) => findingOf(row, photosOf(row).ready));
    if (noteProblem || findings.includes(undefined)) return;
    const typed = note.trim();
    inspect.mutate({ params: { orderId }, body: { findings: findings.flatMap((one) => one ?? []), limits, ...(typed ? { note: typed } : {}) } });
  };
  const keep = (key: string, sent: Photos) => setPhotos((all) => ({ ...all, [key]: sent }));
  const busy = rows.some((row) => photosOf(row).busy);
  return { draft, inspect, submit, keep, busy, asked, noteProblem: asked ? noteProblem : undefined };
}

type Editing = { readonly value: Draft; readonly save: (draft: Draft) => void };

/** How thoroughly the lot is looked at; the factory may choose more than was agreed, the platform also less. */
function LimitsFields({ value, save, party }: Editing & { readonly party: Order["party"] }) {
  const { limits } = value;
  const set = (part: Partial<Draft["limits"]>) => save({ ...value, limits: { ...limits, ...part } });
  const mayTake = (part: Partial<Draft["limits"]>) => party === "admin" || !isLenient({ level: "III", major: "0.065", minor: "0.065", ...part });
  return (
    <details className="rounded-control border border-line px-3 py-2">
      <summary className="cursor-pointer text-small font-medium">
        Level {limits.level}, AQL {limits.major} major, {limits.minor} minor
      </summary>
      <div className="mt-3 grid gap-3 sm:grid-cols-3">
        <Field label="Level">
          <Select value={limits.level} onChange={(event) => set({ level: Level.parse(event.target.value) })}>
            {Level.options
              .filter((level) => mayTake({ level }))
              .map((level) => (
                <option key={level}>{level}</option>
              ))}
          </Select>
        </Field>
        {(["major", "minor"] as const).map((kind) => (
          <Field key={kind} label={`AQL ${kind}`}>
            <Select value={limits[kind]} onChange={(event) => set({ [kind]: Aql.parse(event.target.value) })}>
              {Aql.options
                .filter((aql) => mayTake({ [kind]: aql }))
                .map((aql) => (
                  <option key={aql}>{aql}</option>
                ))}
            </Select>
          </Field>
        ))}
      </div>
    </details>
  );
}

function Counted({ order, value }: { readonly order: Order; readonly value: Draft }) {
  const { found, verdict } = soFar(order.quantity, value);
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-1 text-small">
        {DefectClass.options.map((kind) => (
          <li key={kind} className={found[kind] > verdict.accept[kind] ? "font-semibold text-madder" : ""}>
            {classNames[kind]}: {formatCount(found[kind])} found, at most {formatCount(verdict.accept[kind])} in the first{" "}
            {formatCount(verdict.pieces[kind])} pieces. <span className="font-normal text-ink-3">{classHints[kind]}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="font-medium">
        {outlook[verdict.result]}
      </p>
    </div>
  );
}

/** An inspection by ISO 2859-1: what to take and what is still accepted stands there before anything is counted. */
export function InspectionForm({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { draft, inspect, submit, keep, busy, asked, noteProblem } = useInspection(order, onClose);
  const { value, save } = draft;
  const plan = samplingPlan(order.quantity, value.limits);
  const setRow = (key: string, row: Row | undefined) => save({ ...value, rows: value.rows.flatMap((one) => (one.key === key ? (row ?? []) : one)) });
  return (
    <FormDialog
      title="Record inspection"
      description={`Take ${formatCount(plan.sampleSize)} of ${formatCount(order.quantity)} pieces at random (ISO 2859-1, level ${plan.level}, letter ${plan.letter}).`}
      action={busy ? "Photos are on their way" : "Record"}
      busy={inspect.isPending}
      disabled={busy}
      error={inspect.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <LimitsFields value={value} save={save} party={order.party} />
      {value.rows.map((row) => (
        <DefectRow
          key={row.key}
          orderId={order.orderId}
          row={row}
          problems={asked ? problemsOf(row) : {}}
          withPhotos={order.party !== "admin"}
          onChange={(next) => setRow(row.key, next)}
          onPhotos={(photos) => keep(row.key, photos)}
          onRemove={() => setRow(row.key, undefined)}
        />
      ))}
      <Button onClick={() => save({ ...value, rows: [...value.rows, { key: crypto.randomUUID() }] })}>Add a defect</Button>
      <Counted order={order} value={value} />
      <Field label="Note" hint="Both sides read it." error={noteProblem}>
        <Textarea value={value.note} maxLength={1000} rows={3} onChange={(event) => save({ ...value, note: event.target.value })} />
      </Field>
    </FormDialog>
  );
}
