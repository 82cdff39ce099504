import { keepRate, listRates } from "@sleekapp/contracts/exchange";
import { Decimal } from "@sleekapp/core/exchange/model";
import { type FormEvent, useState } from "react";
import { dateOf } from "../../lib/dates.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { DateOn } from "../../ui/value.tsx";

/** For administrators: what a dollar is worth, by whom and since when, and the rate of the taka, which no reference file has. */
export function RatesPanel() {
  const rates = useRead(listRates, {});
  if (rates.error && !rates.data) return <ErrorPanel error={rates.error} title="The rates could not be read" onRetry={() => void rates.refetch()} />;
  return (
    <Panel title="Exchange rates">
      {rates.data ? (
        <div className="flex flex-col gap-5">
          {rates.data.items.length === 0 ? <p className="text-ink-2">No rate has been fetched yet; it is done every afternoon.</p> : null}
          <ul className="flex flex-col">
            {rates.data.items.map(({ currency, rate, on, source, isStale }) => (
              <li key={currency} className="tnum flex flex-wrap items-center gap-x-3 border-b border-line py-2 last:border-b-0">
                <span className="font-medium">{currency}</span> {rate}
                <span className="text-small text-ink-2">
                  <DateOn on={on} />, {source}
                </span>
                {isStale ? <Status tone="late">Out of date</Status> : null}
              </li>
            ))}
          </ul>
          <KeepForm />
        </div>
      ) : (
        <Loading label="Loading the rates">
          <SkeletonText lines={5} />
        </Loading>
      )}
    </Panel>
  );
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text) && text <= dateOf(now());

function KeepForm() {
  const [typed, setTyped] = useState({ rate: "", on: dateOf(now()), source: "Bangladesh Bank" });
  const [asked, setAsked] = useState(false);
  const keep = useCommand(keepRate, { refresh: [listRates], onSuccess: () => setAsked(false) });
  const isRate = Decimal.safeParse(typed.rate.trim()).success;
  const isNamed = typed.source.trim().length >= 2;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (isRate && isDay(typed.on) && isNamed)
      keep.mutate({ params: { currency: "BDT" }, body: { rate: typed.rate.trim(), on: typed.on, source: typed.source.trim() } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-small text-ink-2">
        The European Central Bank has no rate of the taka. It is kept here, with its day and who published it, and is out of date after a month.
      </p>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="Taka for one US dollar" error={asked && !isRate ? "A number, for example with two digits behind the point." : undefined}>
          <Input inputMode="decimal" value={typed.rate} onChange={(event) => setTyped({ ...typed, rate: event.target.value })} className="tnum" />
        </Field>
        <Field label="Of the day" error={asked && !isDay(typed.on) ? "Today or a day before." : undefined}>
          <Input type="date" value={typed.on} onChange={(event) => setTyped({ ...typed, on: event.target.value })} className="tnum" />
        </Field>
        <Field label="Published by" error={asked && !isNamed ? "Say who published it." : undefined}>
          <Input value={typed.source} maxLength={80} onChange={(event) => setTyped({ ...typed, source: event.target.value })} />
        </Field>
      </div>
      <FormError error={keep.error} />
      <Button type="submit" busy={keep.isPending} className="self-start">
        Keep this rate
      </Button>
    </form>
  );
}
