import { useId } from "react";
import { Checkbox } from "./choice.tsx";

type CheckboxGroupProps<V extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: readonly V[];
  readonly onChange: (value: readonly V[]) => void;
};

/** Several of a few, all visible, kept in the order they are offered in. */
export function CheckboxGroup<V extends string>({ legend, name, hint, error, options, value, onChange }: CheckboxGroupProps<V>) {
  const id = useId();
  const change = (option: V, on: boolean) => onChange(options.map((one) => one.value).filter((one) => (one === option ? on : value.includes(one))));
  return (
    <fieldset className="min-w-0" aria-describedby={error || hint ? id : undefined}>
      <legend className="mb-1.5 text-small font-medium">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            label={option.label}
            checked={value.includes(option.value)}
            onChange={(event) => change(option.value, event.target.checked)}
          />
        ))}
      </div>
      {error || hint ? (
        <p id={id} className={`mt-1.5 text-small ${error ? "text-madder" : "text-ink-3"}`}>
          {error ?? hint}
        </p>
      ) : null}
    </fieldset>
  );
}
