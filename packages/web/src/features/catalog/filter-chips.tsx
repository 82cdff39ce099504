import { X } from "lucide-react";
import { type RefObject, useRef } from "react";
import { Button } from "../../ui/button.tsx";
import type { Change, Chip } from "./wish.ts";

type ChipsProps = {
  readonly chips: readonly Chip[];
  readonly onChange: (change: Change) => void;
  readonly onClear: () => void;
  /** What takes the keyboard when no chip is left. */
  readonly after: RefObject<HTMLElement | null>;
};

/** What is chosen, each to be taken off again; the keyboard goes on to the next one. */
export function FilterChips({ chips, onChange, onClear, after }: ChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  if (chips.length === 0) return null;
  const remove = (chip: Chip, index: number) => {
    onChange(chip.without);
    const buttons = list.current?.querySelectorAll("button") ?? [];
    const next = index + 1 < chips.length ? buttons[index + 1] : buttons[index - 1];
    (next ?? after.current)?.focus({ preventScroll: true });
  };
  const clear = () => {
    onClear();
    after.current?.focus({ preventScroll: true });
  };
  return (
    <ul ref={list} aria-label="Chosen filters" data-print="none" className="mb-5 flex flex-wrap items-center gap-2">
      {chips.map((chip, index) => (
        <li key={chip.id} className="max-w-full">
          <button
            type="button"
            onClick={() => remove(chip, index)}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-control bg-surface px-3 py-1 text-left text-small hover:border-ink-2"
          >
            <span className="sr-only">Take off </span>
            <span className="min-w-0 break-words">{chip.label}</span>
            <X size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="quiet" size="small" onClick={clear}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}
