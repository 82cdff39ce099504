import { useEffect, useRef } from "react";

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches("input, textarea, select") || target.isContentEditable);

/** Single keys for work on a queue; they rest while somebody writes, holds a modifier, or a dialog or menu is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = latest.current[event.key.toLowerCase()];
      const rests = event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target);
      if (!run || rests || document.querySelector("dialog[open], [popover]:popover-open")) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
