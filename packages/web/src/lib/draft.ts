import { useCallback, useState } from "react";

function load<T>(storage: Storage | undefined, key: string, parse: (value: unknown) => T | undefined): T | undefined {
  try {
    const text = storage?.getItem(key);
    return text === null || text === undefined ? undefined : parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const area = (keep: "tab" | "device"): Storage | undefined => {
  try {
    return keep === "tab" ? sessionStorage : localStorage;
  } catch {
    return undefined;
  }
};

type Kept = { readonly key: string; readonly keep?: "tab" | "device" };

const nameOf = ({ key }: Kept): string => `sleekapp.draft.${key}`;

/** Whether something was typed before, whatever it is. */
export function hasDraft(spec: Kept): boolean {
  try {
    return typeof area(spec.keep ?? "tab")?.getItem(nameOf(spec)) === "string";
  } catch {
    return false;
  }
}

/**
 * What a person typed survives a refresh (`keep: "tab"`) or the closing of the browser (`keep: "device"`).
 * `parse` checks what was stored (a newer release may expect another shape) and returns undefined to drop it.
 */
export function useDraft<T>(spec: Kept & { readonly initial: T; readonly parse: (value: unknown) => T | undefined }) {
  const storage = area(spec.keep ?? "tab");
  const key = nameOf(spec);
  const [value, setValue] = useState<T>(() => load(storage, key, spec.parse) ?? spec.initial);
  const save = useCallback(
    (next: T) => {
      setValue(next);
      try {
        storage?.setItem(key, JSON.stringify(next));
      } catch {
        // A full or blocked storage loses the draft on refresh only.
      }
    },
    [storage, key],
  );
  const clear = useCallback(() => storage?.removeItem(key), [storage, key]);
  return { value, save, clear };
}
