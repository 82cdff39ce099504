import { clsx } from "clsx";
import { type Ref, useState } from "react";
import { amountText, parseAmount } from "../lib/money.ts";
import { controlClass, useField } from "./field.tsx";

type MoneyInputProps = {
  /** Minor units (cents), or undefined while empty or not an amount. */
  readonly value: number | undefined;
  readonly onChange: (amount: number | undefined) => void;
  readonly currency?: string;
  readonly name?: string;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

/** An amount of money typed as people write it and held in cents; inside a `Field`. */
export function MoneyInput({ value, onChange, currency = "USD", ...rest }: MoneyInputProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const shown = typed ?? (value === undefined ? "" : amountText(value, currency));
  return (
    <span className="relative block">
      <span aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3">
        {currency === "USD" ? "US$" : currency}
      </span>
      <input
        {...useField()}
        {...rest}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(parseAmount(event.target.value, currency));
        }}
        onBlur={() => setTyped((text) => (text !== undefined && text !== "" && parseAmount(text, currency) === undefined ? text : undefined))}
        className={clsx(controlClass, "tnum h-10 pl-12 text-right")}
      />
    </span>
  );
}

type QuantityInputProps = {
  readonly value: number | undefined;
  readonly onChange: (quantity: number | undefined) => void;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly name?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A whole number of pieces with its unit; letters are not taken, limits are said by the `Field`'s error. */
export function QuantityInput({ value, onChange, unit = "pieces", min, max, ...rest }: QuantityInputProps) {
  return (
    <span className="relative block">
      <input
        {...useField()}
        {...rest}
        inputMode="numeric"
        autoComplete="off"
        pattern="[0-9]*"
        data-min={min}
        data-max={max}
        value={value === undefined ? "" : String(value)}
        onChange={(event) => {
          const digits = event.target.value.replaceAll(/\D/gu, "").slice(0, 9);
          onChange(digits === "" ? undefined : Number(digits));
        }}
        className={clsx(controlClass, "tnum h-10 text-right", unit === "" ? "pr-3" : "pr-18")}
      />
      <span aria-hidden="true" className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-3">
        {unit}
      </span>
    </span>
  );
}

type CodeInputProps = {
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly onComplete?: (code: string) => void;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

/** The six digits of a mail or an authenticator, in one input that phones and password managers fill in. */
export function CodeInput({ value, onChange, onComplete, ...rest }: CodeInputProps) {
  return (
    <input
      {...useField()}
      {...rest}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9]{6}"
      maxLength={6}
      spellCheck={false}
      value={value}
      onChange={(event) => {
        const code = event.target.value.replaceAll(/\D/gu, "").slice(0, 6);
        onChange(code);
        if (code.length === 6 && code !== value) onComplete?.(code);
      }}
      className={clsx(controlClass, "tnum h-12 max-w-44 text-lead tracking-[0.35em] sm:text-lead")}
    />
  );
}
