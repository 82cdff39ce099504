import { clsx } from "clsx";
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import { useField } from "./field.tsx";

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  readonly label: ReactNode;
  readonly error?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One yes or no with its sentence. */
export function Checkbox({ label, error, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={clsx("flex flex-col gap-1", className)}>
      <label className="flex min-h-6 items-start gap-2.5">
        <input
          type="checkbox"
          {...rest}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          className="mt-0.5 size-4 shrink-0"
        />
        <span>{label}</span>
      </label>
      {error ? (
        <p id={id} className="pl-6.5 text-small text-madder">
          {error}
        </p>
      ) : null}
    </div>
  );
}

export type Choice<V extends string> = { readonly value: V; readonly label: string; readonly hint?: string; readonly disabled?: boolean };

type RadioGroupProps<V extends string> = {
  readonly legend: ReactNode;
  readonly name: string;
  readonly options: readonly Choice<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly error?: ReactNode;
  /** `cards` for choices that need a sentence, `line` for short words side by side. */
  readonly look?: "cards" | "line";
  readonly quiet?: boolean;
};

/** One of a few, all visible; arrow keys move between them. */
export function RadioGroup<V extends string>({ legend, name, options, value, onChange, error, look = "cards", quiet = false }: RadioGroupProps<V>) {
  const id = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={error ? id : undefined}>
      <legend className={clsx("mb-1.5 text-small font-medium", quiet && "sr-only")}>{legend}</legend>
      <div className={look === "cards" ? "grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]" : "flex flex-wrap gap-2"}>
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              "flex items-start gap-2.5 rounded-control border border-control bg-surface px-3 py-2.5 has-checked:border-indigo has-checked:bg-indigo-soft has-disabled:opacity-55 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo",
              option.disabled ? "cursor-not-allowed" : "hover:border-ink-2",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className="mt-0.5 size-4 shrink-0 focus-visible:outline-none"
            />
            <span className="min-w-0">
              <span className="block font-medium">{option.label}</span>
              {option.hint ? <span className="block text-small text-ink-2">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={id} className="mt-1.5 text-small text-madder">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

type SliderProps = {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly unit: string;
};

/** A value on a scale, always shown as a number with its unit; inside a `Field`. */
export function Slider({ value, onChange, min, max, step = 1, unit }: SliderProps) {
  return (
    <span className="flex items-center gap-4">
      <input
        {...useField()}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        aria-valuetext={`${value} ${unit}`}
        className="h-10 min-w-0 flex-1"
      />
      <output className="tnum min-w-16 text-right font-medium">
        {value} {unit}
      </output>
    </span>
  );
}
