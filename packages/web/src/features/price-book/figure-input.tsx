import { useState } from "react";
import { amountText, parseAmount } from "../../lib/money.ts";
import { Field, Input } from "../../ui/field.tsx";
import { MoneyInput, QuantityInput } from "../../ui/number-inputs.tsx";
import type { Figure } from "./figures.ts";

type FigureInputProps = {
  readonly figure: Figure;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly disabled: boolean;
};

/** One figure of a book, typed as people write it: dollars, percent, or a whole number. */
export function FigureInput({ figure: { label, unit, of }, value, onChange, disabled }: FigureInputProps) {
  return (
    <Field label={label} error={value === undefined ? "A figure is missing." : undefined}>
      {unit === "cents" ? <MoneyInput value={value} onChange={onChange} disabled={disabled} /> : null}
      {unit === "count" ? <QuantityInput value={value} onChange={onChange} unit={of ?? ""} disabled={disabled} /> : null}
      {unit === "bps" ? <PercentInput value={value} onChange={onChange} disabled={disabled} /> : null}
    </Field>
  );
}

type PercentInputProps = Omit<FigureInputProps, "figure">;

/** A share typed in percent with at most two digits behind the point, held in basis points. */
export function PercentInput({ value, onChange, disabled }: PercentInputProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const shown = typed ?? (value === undefined ? "" : amountText(value).replace(/\.?0+$/u, ""));
  return (
    <span className="relative block">
      <Input
        inputMode="decimal"
        autoComplete="off"
        value={shown === "" && value === 0 && typed === undefined ? "0" : shown}
        disabled={disabled}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(parseAmount(event.target.value));
        }}
        className="tnum pr-8 text-right"
      />
      <span aria-hidden="true" className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-3">
        %
      </span>
    </span>
  );
}
