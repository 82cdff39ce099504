import { clsx } from "clsx";
import { LayoutGrid, Rows3 } from "lucide-react";
import { useUrlState } from "../../lib/url-state.ts";

const views = [
  { key: "table", label: "Table", Icon: Rows3 },
  { key: "cards", label: "Cards", Icon: LayoutGrid },
] as const;

/** Rows or cards, in the address. */
export function ViewSwitch() {
  const [{ view }, setUrl] = useUrlState({ view: "table" });
  return (
    <fieldset className="flex rounded-control border border-control bg-surface p-0.5">
      <legend className="sr-only">View</legend>
      {views.map(({ key, label, Icon }) => (
        <button
          key={key}
          type="button"
          aria-pressed={view === key}
          onClick={() => setUrl({ view: key }, { replace: true })}
          className={clsx(
            "flex min-h-8 items-center gap-2 rounded-control px-3 text-small transition-colors duration-150",
            view === key ? "bg-indigo-soft font-medium text-indigo" : "text-ink-2 hover:text-ink",
          )}
        >
          <Icon size={14} aria-hidden="true" />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
