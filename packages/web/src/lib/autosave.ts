import { useCallback, useEffect, useRef, useState } from "react";

export type SaveState = "saved" | "unsaved" | "saving" | "failed" | "held";

type Spec<T> = {
  readonly value: T;
  /** Sends what changed; `before` is what the server holds. Only when it resolves is anything called saved. */
  readonly save: (value: T, before: T) => Promise<unknown>;
  /** Why this value is not sent yet, in words; undefined when it may go. */
  readonly hold?: string | undefined;
  /** Keeps what could not be sent yet in this tab, so that a reload loses nothing. */
  readonly keep: string;
};

const PAUSE_MS = 800;
const keyOf = (keep: string) => `sleekapp.unsaved.${keep}`;
const text = (value: unknown) => JSON.stringify(value);

function remember(keep: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(keyOf(keep));
    else sessionStorage.setItem(keyOf(keep), text(value));
  } catch {
    // Without storage a reload loses only what the server does not have yet.
  }
}

/** What was typed before a reload and never reached the server; undefined when there is nothing, or nothing that fits. */
export function unsaved<T>(keep: string, parse: (value: unknown) => T | undefined): T | undefined {
  try {
    const stored = sessionStorage.getItem(keyOf(keep));
    return stored === null ? undefined : parse(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

/**
 * Saves a form by itself, a moment after the last change, when the tab is left and when `flush` is called; one request at a
 * time, the newest value last. `initial` is what the server holds at first.
 */
export function useAutosave<T>(initial: T, spec: Spec<T>) {
  const [state, setState] = useState<SaveState>(text(initial) === text(spec.value) ? "saved" : "unsaved");
  const [error, setError] = useState<Error | undefined>(undefined);
  const latest = useRef(spec);
  latest.current = spec;
  const stored = useRef(initial);
  const running = useRef<Promise<boolean> | undefined>(undefined);

  const drain = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const { value, save, hold, keep } = latest.current;
      if (text(value) === text(stored.current)) {
        remember(keep, undefined);
        setState("saved");
        return true;
      }
      if (hold !== undefined) {
        setState("held");
        return false;
      }
      setState("saving");
      try {
        await save(value, stored.current);
        stored.current = value;
        setError(undefined);
      } catch (failure) {
        setError(failure instanceof Error ? failure : new Error(String(failure)));
        setState("failed");
        return false;
      }
    }
  }, []);
  /** Saves what is not saved yet; true when the server holds everything. */
  const flush = useCallback((): Promise<boolean> => {
    running.current ??= drain().finally(() => (running.current = undefined));
    return running.current;
  }, [drain]);

  const now = text(spec.value);
  useEffect(() => {
    if (now === text(stored.current)) {
      if (running.current === undefined) setState("saved");
      return undefined;
    }
    remember(latest.current.keep, latest.current.value);
    setState((before) => (before === "saving" ? before : "unsaved"));
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [now, flush]);
  useEffect(() => {
    const leave = () => document.visibilityState === "hidden" && void flush();
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      void flush();
    };
  }, [flush]);
  return { state, error, flush };
}
