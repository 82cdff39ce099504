import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useUrlState } from "../lib/url-state.ts";
import { Button } from "./button.tsx";
import { Field, Input, Select, controlClass } from "./field.tsx";

export type Filter = {
  readonly key: string;
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

type FilterBarProps = {
  readonly search?: { readonly label: string; readonly placeholder?: string };
  readonly filters?: readonly Filter[];
  /** How many results there are, announced when it changes: `24 orders`. */
  readonly result?: string | undefined;
};

/** Search and filters of a list, kept in the address under `q` and each filter's key; read them with `useUrlState`. */
export function FilterBar({ search, filters = [], result }: FilterBarProps) {
  const defaults: Readonly<Record<string, string>> = { q: "", ...Object.fromEntries(filters.map((filter) => [filter.key, ""])) };
  const [state, setState] = useUrlState(defaults);
  const active = Object.values(state).some((value) => value !== "");
  return (
    <div role="search" aria-label="Filter" data-print="none" className="mb-5 flex flex-wrap items-end gap-3">
      {search ? <SearchInput {...search} value={state["q"] ?? ""} onChange={(q) => setState({ q }, { replace: true })} /> : null}
      {filters.map((filter) => (
        <FilterSelect key={filter.key} filter={filter} value={state[filter.key] ?? ""} onChange={(value) => setState({ [filter.key]: value })} />
      ))}
      {active ? (
        <Button variant="quiet" onClick={() => setState(Object.fromEntries(Object.keys(defaults).map((key) => [key, ""])))}>
          Clear all
        </Button>
      ) : null}
      <p role="status" className="tnum ml-auto self-center text-small text-ink-3 empty:sr-only">
        {result}
      </p>
    </div>
  );
}

function FilterSelect({ filter, value, onChange }: { readonly filter: Filter; readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <label className="min-w-36 max-sm:flex-1">
      <span className="mb-1.5 block text-small font-medium">{filter.label}</span>
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{filter.any}</option>
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </label>
  );
}

/** What is being typed, told 250 ms after the last key; who types goes on while the address follows. */
function useTyped(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== told) {
      // The address changed from outside (Back, Clear all): it wins over what was typed.
      setTold(value);
      setTyped(value);
    }
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => {
      setTold(typed);
      onChange(typed);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return [typed, setTyped] as const;
}

type DayInputProps = { readonly label: string; readonly max?: string; readonly value: string; readonly onChange: (value: string) => void };

/** A calendar date (`YYYY-MM-DD`, or empty) in the browser's own field, whose parts can be typed one after the other. */
export function DayInput({ label, max, value, onChange }: DayInputProps) {
  const [typed, setTyped] = useTyped(value, onChange);
  return (
    <Field label={label} className="max-sm:w-full">
      <Input type="date" max={max} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </Field>
  );
}

type SearchInputProps = { readonly label: string; readonly placeholder?: string; readonly value: string; readonly onChange: (value: string) => void };

/** Text search that waits 250 ms after the last key; `/` puts the cursor here. */
export function SearchInput({ label, placeholder, value, onChange }: SearchInputProps) {
  const id = useId();
  const ref = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useTyped(value, onChange);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const editing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      // A page may have several; the first one takes the key.
      if (event.key !== "/" || editing || event.defaultPrevented) return;
      event.preventDefault();
      ref.current?.focus();
    };
    window.addEventListener("keydown", focus);
    return () => window.removeEventListener("keydown", focus);
  }, []);
  return (
    <div className="min-w-52 flex-1 sm:max-w-80">
      <label htmlFor={id} className="mb-1.5 block text-small font-medium">
        {label}
      </label>
      <span className="relative block">
        <Search size={16} aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3" />
        <input
          ref={ref}
          id={id}
          type="search"
          value={typed}
          placeholder={placeholder}
          onChange={(event) => setTyped(event.target.value)}
          className={`${controlClass} h-10 pl-9`}
        />
      </span>
    </div>
  );
}
