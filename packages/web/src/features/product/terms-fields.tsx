import { usd } from "@sleekapp/core/kernel/money";
import { Unit } from "@sleekapp/core/product/model";
import { areBreaksSound, finalPrice } from "@sleekapp/core/product/rules";
import { Plus, Trash2 } from "lucide-react";
import { formatRate } from "../../lib/money.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { MoneyInput, QuantityInput } from "../../ui/number-inputs.tsx";
import { Amount } from "../../ui/value.tsx";
import type { FieldsProps } from "./description-fields.tsx";
import type { BreakRow } from "./editor-state.ts";
import { unitNames } from "./kinds.ts";

const capped = (value: number | undefined, most: number): number | undefined => (value === undefined ? undefined : Math.min(value, most));

/** What a buyer pays for one piece when the supplier asks this much; by the rule the API binds itself to. */
export const BuyerPrice = ({ cents, feeBps }: { readonly cents: number | undefined; readonly feeBps: number }) => (
  <p className="flex min-h-10 flex-col justify-center">
    <span className="text-small text-ink-3">Buyers pay</span>
    {cents ? <Amount money={finalPrice(usd(cents), feeBps)} strong /> : <span className="text-ink-3">no price yet</span>}
  </p>
);

/** With the platform's share of this listing, in basis points. */
type Priced<P> = P & { readonly feeBps: number };

/** Price, smallest order and lead time. */
export function TermsFields({ draft, feeBps, onChange }: Priced<FieldsProps>) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <div className="grid grid-cols-[1fr_auto] items-end gap-4 sm:col-span-2 sm:max-w-md">
        <Field label="Your price per piece" required>
          <MoneyInput
            name="price"
            value={draft.price?.amount}
            onChange={(amount) => onChange({ price: amount === undefined ? undefined : usd(amount) })}
          />
        </Field>
        <BuyerPrice cents={draft.price?.amount} feeBps={feeBps} />
      </div>
      <p className="text-small text-ink-3 sm:col-span-2">
        The platform’s share of {formatRate(feeBps)} is on top of your price, rounded to the cent. You are paid your price.
      </p>
      <Field label="Minimum order" required>
        <QuantityInput name="moq" value={draft.moq} onChange={(moq) => onChange({ moq: capped(moq, 100_000) })} />
      </Field>
      <Field label="Lead time" required>
        <QuantityInput name="leadDays" unit="days" value={draft.leadDays} onChange={(leadDays) => onChange({ leadDays: capped(leadDays, 365) })} />
      </Field>
      <Field label="Sold by">
        <Select name="unit" value={draft.unit ?? "piece"} onChange={(event) => onChange({ unit: Unit.safeParse(event.target.value).data })}>
          {Unit.options.map((unit) => (
            <option key={unit} value={unit}>
              {unitNames[unit][0]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Shipping weight (optional)" hint="Of one, packed.">
        <QuantityInput
          name="weightGrams"
          unit="g"
          value={draft.weightGrams}
          onChange={(weightGrams) => onChange({ weightGrams: capped(weightGrams, 1_000_000) })}
        />
      </Field>
    </div>
  );
}

const MOST = 8;

function problemOf(rows: readonly BreakRow[], draft: FieldsProps["draft"]): string | undefined {
  const whole = rows.flatMap(({ from, price }) => (from && price ? [{ from, price: usd(price) }] : []));
  if (whole.length < rows.length) return "A row counts once it has both a quantity and a price.";
  const known = draft.price && draft.moq ? { price: draft.price, moq: draft.moq } : undefined;
  return known && !areBreaksSound({ ...known, breaks: whole })
    ? "Each row must start above the one before it, and above the minimum order, and cost less."
    : undefined;
}

type BreakFieldsProps = { readonly rows: readonly BreakRow[]; readonly draft: FieldsProps["draft"]; readonly onChange: (rows: BreakRow[]) => void };

/** Lower prices from a quantity on. */
export function BreakFields({ rows, draft, feeBps, onChange }: Priced<BreakFieldsProps>) {
  const change = (at: number, part: BreakRow) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const problem = problemOf(rows, draft);
  return (
    <div data-field="breaks" className="flex flex-col gap-4">
      {rows.length === 0 ? <p className="text-ink-2">One price for every quantity. Add a row when more pieces cost less each.</p> : null}
      {rows.map((row, index) => (
        <fieldset key={index} className="grid grid-cols-2 items-end gap-4 border-b border-line pb-4 sm:grid-cols-[12rem_12rem_1fr_auto]">
          <legend className="sr-only">Price break {index + 1}</legend>
          <Field label="From">
            <QuantityInput value={row.from} onChange={(from) => change(index, { from: capped(from, 10_000_000) })} />
          </Field>
          <Field label="Your price per piece">
            <MoneyInput value={row.price} onChange={(price) => change(index, { price })} />
          </Field>
          <BuyerPrice cents={row.price} feeBps={feeBps} />
          <IconButton
            name={`Remove price break ${index + 1}`}
            icon={<Trash2 size={16} aria-hidden="true" />}
            className="justify-self-end"
            onClick={() => onChange(rows.filter((_row, at) => at !== index))}
          />
        </fieldset>
      ))}
      {problem ? (
        <p role="status" className="text-small text-madder">
          {problem}
        </p>
      ) : null}
      <Button size="small" className="self-start" disabled={rows.length >= MOST} onClick={() => onChange([...rows, {}])}>
        <Plus size={16} aria-hidden="true" />
        Add a price break
      </Button>
    </div>
  );
}
