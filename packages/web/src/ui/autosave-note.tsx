import { clsx } from "clsx";
import { shownError } from "../lib/api-error.ts";
import type { SaveState } from "../lib/autosave.ts";
import { Button } from "./button.tsx";

const words = {
  saved: "Saved",
  unsaved: "Not saved yet",
  saving: "Saving",
  failed: "Not saved",
  held: "Not saved yet",
} as const satisfies Record<SaveState, string>;

type AutosaveNoteProps = {
  readonly state: SaveState;
  readonly error?: Error | undefined;
  /** Why it is not sent, while it is held. */
  readonly hold?: string | undefined;
  readonly onRetry: () => void;
  /** What to do instead of trying again, when the server has something newer. */
  readonly reload?: { readonly when: string; readonly run: () => void };
};

const colourOf = (state: SaveState, isFailed: boolean): string => (isFailed ? "text-madder" : state === "saved" ? "text-leaf" : "text-ink-3");

function sentenceOf(state: SaveState, failure: string | undefined, hold: string | undefined): string {
  if (failure !== undefined) return `${words.failed}: ${failure}`;
  return state === "held" && hold ? `${words.held}: ${hold}` : words[state];
}

/** Whether what is written has reached the server; `Saved` is said only after its answer. */
export function AutosaveNote({ state, error, hold, onRetry, reload }: AutosaveNoteProps) {
  const failed = state === "failed" && error ? shownError(error) : undefined;
  const stale = failed !== undefined && failed.code === reload?.when;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
      <span role="status" className={clsx("inline-flex items-center gap-1.5", colourOf(state, failed !== undefined))}>
        <Mark state={state} />
        {sentenceOf(state, failed?.message, hold)}
      </span>
      {failed && !stale ? (
        <>
          <span className="text-ink-3">
            Reference <code className="tnum font-sans text-ink-2 select-all">{failed.requestId}</code>
          </span>
          <Button size="small" onClick={onRetry}>
            Save again
          </Button>
        </>
      ) : null}
      {stale ? (
        <Button size="small" onClick={reload?.run}>
          Show the newer version
        </Button>
      ) : null}
    </div>
  );
}

const Mark = ({ state }: { readonly state: SaveState }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6">
    {state === "saved" ? (
      <path d="m2 6.4 2.8 2.9 5.2-6.4" strokeLinecap="round" strokeLinejoin="round" />
    ) : state === "failed" ? (
      <path d="M6 1.5 11 10.5H1Z" strokeLinejoin="round" />
    ) : (
      <circle cx="6" cy="6" r="4.2" strokeDasharray="2.4 2" />
    )}
  </svg>
);
