import { clsx } from "clsx";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useUrlState } from "../lib/url-state.ts";

export type Tab = { readonly key: string; readonly label: string; readonly count?: number | undefined; readonly content: ReactNode };

type TabsProps = {
  readonly label: string;
  readonly tabs: readonly [Tab, ...Tab[]];
  /** The name in the address; `tab` unless a page has two sets. */
  readonly param?: string;
};

/** On which sides of the row there is more than its width shows. */
function sidesOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): string {
  const [start, end] = [scrollLeft > 1, scrollLeft + clientWidth < scrollWidth - 1];
  return [start ? "start" : "", end ? "end" : ""].join(" ").trim();
}

/**
 * On a narrow screen the row scrolls, so the tab that is open is brought to where it can be read; the page itself stays put. Where
 * there are more tabs than the screen shows, the row fades out.
 */
function useShown(key: string) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = list.current;
    if (!row) return undefined;
    const show = () => {
      const tab = row.querySelector<HTMLElement>(`[data-key="${key}"]`);
      if (tab) row.scrollTo({ left: tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2 });
    };
    const fade = () => {
      row.dataset["more"] = sidesOf(row);
    };
    const watch = new ResizeObserver(() => {
      show();
      fade();
    });
    watch.observe(row);
    row.addEventListener("scroll", fade, { passive: true });
    return () => {
      watch.disconnect();
      row.removeEventListener("scroll", fade);
    };
  }, [key]);
  return list;
}

/** Tabs that live in the address: reload and Back keep them, a link can point at one. Arrow keys move. */
export function Tabs({ label, tabs, param = "tab" }: TabsProps) {
  const id = useId();
  const [state, setState] = useUrlState({ [param]: tabs[0].key });
  const current = tabs.find((tab) => tab.key === state[param]) ?? tabs[0];
  const list = useShown(current.key);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length] ?? tabs[0];
    setState({ [param]: next.key }, { replace: true });
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        data-print="none"
        className="fading relative -mx-1 flex gap-4 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            data-key={tab.key}
            aria-selected={tab === current}
            aria-controls={tab === current ? `${id}-panel` : undefined}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => setState({ [param]: tab.key })}
            className={clsx(
              "-mb-px flex min-h-11 items-center gap-2 border-b-2 px-1 whitespace-nowrap transition-colors duration-150 focus-visible:-outline-offset-2",
              tab === current ? "border-indigo font-semibold text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="tnum text-small font-normal text-ink-3">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${current.key}`} className="pt-6">
        {current.content}
      </div>
    </>
  );
}
