import { facetNames } from "@sleekapp/core/search/facts";
import type { FacetName } from "@sleekapp/core/search/model";
import type { FacetValue, Facets } from "@sleekapp/core/search/view";
import { type FormEvent, useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { MoneyInput, QuantityInput } from "../../ui/number-inputs.tsx";
import { type Change, chosenIn, facetWords, type Wish, withValue } from "./wish.ts";

type PanelProps = { readonly wish: Wish; readonly facets: Facets | undefined; readonly onChange: (change: Change) => void };

/** Values of a facet that are shown before somebody asks for all of them. */
const SHOWN = 7;

/** Everything the catalogue can be narrowed by, each value with how many products it leaves. */
export function FilterPanel({ wish, facets, onChange }: PanelProps) {
  if (!facets)
    return (
      <Loading label="Loading the filters">
        <SkeletonText lines={10} />
      </Loading>
    );
  return (
    <div className="flex flex-col gap-6">
      <Ranges key={`${wish.quantity} ${wish.minPrice} ${wish.maxPrice}`} wish={wish} onChange={onChange} />
      <UpTo label="Smallest run" value={wish.moq} steps={[25, 50, 100, 250, 500]} unit="pieces" onChange={(moq) => onChange({ moq })} />
      <UpTo label="Lead time" value={wish.leadDays} steps={[15, 30, 45, 60]} unit="days" onChange={(leadDays) => onChange({ leadDays })} />
      <Field label="Rating">
        <Select value={wish.rating} onChange={(event) => onChange({ rating: event.target.value })}>
          <option value="">Any</option>
          {[4, 3, 2].map((points) => (
            <option key={points} value={points}>
              {points} of 5 or better
            </option>
          ))}
        </Select>
      </Field>
      {facetNames.map((facet) => (
        <Facet key={facet} facet={facet} values={facets[facet] ?? []} chosen={wish[facet]} onChange={(text) => onChange({ [facet]: text })} />
      ))}
    </div>
  );
}

type FacetProps = {
  readonly facet: FacetName;
  readonly values: readonly FacetValue[];
  readonly chosen: string;
  readonly onChange: (text: string) => void;
};

/** What is chosen, shown as chosen at once while the address follows; what the address says in the end wins. */
function useChosen(text: string, onChange: (text: string) => void) {
  const [seen, setSeen] = useState(text);
  const [now, setNow] = useState(text);
  if (text !== seen) {
    setSeen(text);
    setNow(text);
  }
  const choose = (value: string, on: boolean) => {
    const next = withValue(now, value, on);
    setNow(next);
    onChange(next);
  };
  return [chosenIn(now), choose] as const;
}

function Facet({ facet, values, chosen, onChange }: FacetProps) {
  const [isOpen, setOpen] = useState(false);
  const [on, choose] = useChosen(chosen, onChange);
  if (values.length === 0) return null;
  const shown = isOpen ? values : values.filter(({ value }, index) => index < SHOWN || on.includes(value));
  return (
    <fieldset className="min-w-0 border-t border-line pt-4">
      <legend className="float-left mb-2 w-full text-small font-medium">{facetWords[facet]}</legend>
      <div className="clear-both flex flex-col gap-2">
        {shown.map(({ value, label, count }) => (
          <Checkbox
            key={value}
            checked={on.includes(value)}
            onChange={(event) => choose(value, event.target.checked)}
            label={
              <>
                {label} <span className="tnum text-small text-ink-3">({formatCount(count)})</span>
              </>
            }
          />
        ))}
        {values.length > SHOWN ? (
          <Button variant="quiet" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="self-start">
            {isOpen ? "Show fewer" : `Show all ${values.length}`}
            <span className="sr-only"> of {facetWords[facet]}</span>
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

type UpToProps = {
  readonly label: string;
  readonly value: string;
  readonly steps: readonly number[];
  readonly unit: string;
  readonly onChange: (value: string) => void;
};

/** A limit from a short list; one that came with the address stands among them. */
function UpTo({ label, value, steps, unit, onChange }: UpToProps) {
  const own = Number(value);
  const all = value === "" || steps.includes(own) || !Number.isFinite(own) ? steps : [...steps, own].toSorted((a, b) => a - b);
  return (
    <Field label={label}>
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Any</option>
        {all.map((step) => (
          <option key={step} value={step}>
            Up to {formatCount(step)} {unit}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const numberIn = (text: string): number | undefined => (/^\d+$/u.test(text) ? Number(text) : undefined);
const textOf = (value: number | undefined): string => (value === undefined ? "" : String(value));

/** What a piece may cost, and for how many pieces; said together, because the price falls with the quantity. */
function Ranges({ wish, onChange }: Pick<PanelProps, "wish" | "onChange">) {
  const [quantity, setQuantity] = useState(numberIn(wish.quantity));
  const [min, setMin] = useState(numberIn(wish.minPrice));
  const [max, setMax] = useState(numberIn(wish.maxPrice));
  const crossed = min !== undefined && max !== undefined && min > max;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!crossed) onChange({ quantity: textOf(quantity || undefined), minPrice: textOf(min), maxPrice: textOf(max) });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field label="Pieces you need" hint="Prices are then those at this quantity.">
        <QuantityInput value={quantity} onChange={setQuantity} max={1_000_000} />
      </Field>
      <Field label="Price a piece, from">
        <MoneyInput value={min} onChange={setMin} />
      </Field>
      <Field label="Price a piece, up to" error={crossed ? "This is less than where it starts." : undefined}>
        <MoneyInput value={max} onChange={setMax} />
      </Field>
      <Button type="submit" size="small" className="self-start">
        Use these
      </Button>
    </form>
  );
}
