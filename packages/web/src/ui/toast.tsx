import { X } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { IconButton } from "./button.tsx";

type Toast = { readonly id: number; readonly text: string; readonly tone: "done" | "late" };

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function update(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says the result of something that went on in the background; errors of a form belong beside the form. */
export function toast(text: string, tone: Toast["tone"] = "done"): void {
  lastId += 1;
  update([...toasts.slice(-2), { id: lastId, text, tone }]);
}

const dismiss = (id: number) => update(toasts.filter((one) => one.id !== id));
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const none: readonly Toast[] = [];

/** The one place where toasts appear; mounted once, at the root. */
export function ToastRegion() {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <div
      role="status"
      aria-live="polite"
      data-print="none"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-4 sm:items-end"
    >
      {shown.map((one) => (
        <ToastLine key={one.id} {...one} />
      ))}
    </div>
  );
}

function ToastLine({ id, text, tone }: Toast) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), 7000);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div
      className={`pointer-events-auto flex max-w-md animate-[rise_150ms_var(--ease-out)] items-center gap-3 rounded-panel border border-l-3 border-line bg-surface py-2 pr-2 pl-4 shadow-float ${tone === "done" ? "border-l-leaf" : "border-l-madder"}`}
    >
      <span>{text}</span>
      <IconButton name="Dismiss" size="small" icon={<X size={16} aria-hidden="true" />} onClick={() => dismiss(id)} />
    </div>
  );
}
