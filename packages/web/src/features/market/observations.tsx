import { addObservation, getGarmentMarket, removeObservation } from "@sleekapp/contracts/market";
import { usd } from "@sleekapp/core/kernel/money";
import type { GarmentMarketView, ObservationView } from "@sleekapp/core/market/view";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { dateOf } from "../../lib/dates.ts";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { MoneyInput, QuantityInput } from "../../ui/number-inputs.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { DateOn } from "../../ui/value.tsx";

type ObservationsProps = { readonly market: GarmentMarketView };

/** What was seen of competitors: each with its source, its day and its price. */
export function Observations({ market: { garmentType, observations } }: ObservationsProps) {
  const remove = useCommand(removeObservation, { refresh: [getGarmentMarket] });
  const columns: readonly [Column<ObservationView>, ...Column<ObservationView>[]] = [
    {
      key: "source",
      header: "Where seen",
      cell: ({ source, note, seenOn }) => (
        <>
          <span className="wrap-anywhere">{source}</span>
          <span className="block text-small text-ink-2">
            <DateOn on={seenOn} />
          </span>
          {note ? <span className="block text-small wrap-anywhere text-ink-2">{note}</span> : null}
        </>
      ),
    },
    { key: "price", header: "A piece", numeric: true, cell: ({ unitPrice }) => formatMoney(unitPrice) },
    { key: "quantity", header: "In a run of", numeric: true, wide: true, cell: ({ quantity }) => (quantity ? formatCount(quantity) : "") },
    {
      key: "remove",
      header: "Remove",
      cell: ({ observationId, source }) => (
        // A word would be wider than a phone has room for beside a price.
        <IconButton
          name={`Remove ${source}`}
          icon={<Trash2 size={16} aria-hidden="true" />}
          size="small"
          disabled={remove.isPending && remove.variables.params.observationId === observationId}
          onClick={() => remove.mutate({ params: { garmentType, observationId } })}
        />
      ),
    },
  ];
  return (
    <Panel title="Seen of competitors">
      <div className="flex flex-col gap-5">
        <FormError error={remove.error} />
        <DataTable
          label="Seen of competitors"
          columns={columns}
          rows={observations}
          rowKey={({ observationId }) => observationId}
          empty={{ title: "Nothing seen yet", text: "One price that somebody saw, with where and when; it is shown to administrators alone." }}
        />
        <ObservationForm garmentType={garmentType} />
      </div>
    </Panel>
  );
}

type Draft = { readonly source: string; readonly seenOn: string; readonly amount: number | undefined; readonly quantity: number | undefined };

const empty = (): Draft => ({ source: "", seenOn: dateOf(now()), amount: undefined, quantity: undefined });

function ObservationForm({ garmentType }: Pick<GarmentMarketView, "garmentType">) {
  const [draft, setDraft] = useState(empty);
  const [isAsked, setAsked] = useState(false);
  const add = useCommand(addObservation, {
    refresh: [getGarmentMarket],
    onSuccess: () => {
      setDraft(empty());
      setAsked(false);
    },
  });
  const { source, seenOn, amount, quantity } = draft;
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (source.trim().length < 3 || !amount) return;
    const body = { source: source.trim(), seenOn, unitPrice: usd(amount), ...(quantity ? { quantity } : {}) };
    add.mutate({ params: { garmentType }, body });
  };
  return (
    <form noValidate onSubmit={submit} className="grid items-start gap-4 sm:grid-cols-2">
      <Field label="Where it was seen" error={isAsked && source.trim().length < 3 ? "Write where, so that others find it." : undefined} required>
        <Input maxLength={200} value={source} onChange={(event) => change({ source: event.target.value })} />
      </Field>
      <Field label="On which day" required>
        <Input type="date" value={seenOn} onChange={(event) => change({ seenOn: event.target.value || seenOn })} />
      </Field>
      <Field label="Price of a piece" error={isAsked && !amount ? "Write an amount, as 9.90." : undefined} required>
        <MoneyInput key={add.submittedAt} value={amount} onChange={(next) => change({ amount: next })} />
      </Field>
      <Field label="In a run of (optional)">
        <QuantityInput value={quantity} onChange={(next) => change({ quantity: next })} />
      </Field>
      <div className="flex flex-col items-start gap-3 sm:col-span-2">
        <FormError error={add.error} />
        <Button type="submit" busy={add.isPending}>
          Keep it
        </Button>
      </div>
    </form>
  );
}
