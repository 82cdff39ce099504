import { clsx } from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./button.tsx";

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, at the foot; the main one last. */
  readonly actions?: ReactNode;
  /** `sheet` comes from the side (from below on a phone), for forms that keep the page in view. */
  readonly look?: "dialog" | "sheet";
};

const shapes = {
  dialog: "m-auto w-[min(32rem,calc(100vw-2rem))] max-h-[85dvh] rounded-panel [&[open]]:animate-[rise_150ms_var(--ease-out)]",
  sheet:
    "mx-0 mt-auto mb-0 w-full max-w-none max-h-[92dvh] rounded-t-panel sm:my-0 sm:mr-0 sm:ml-auto sm:h-dvh sm:max-h-none sm:w-[30rem] sm:rounded-none [&[open]]:animate-[rise_160ms_var(--ease-out)] sm:[&[open]]:animate-[slide-in_160ms_var(--ease-out)]",
} as const;

/** The browser's modal dialog: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({ open, onClose, title, description, children, actions, look = "dialog" }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || !open) return undefined;
    dialog.showModal();
    return () => dialog.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      aria-describedby={description ? `${id}-text` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
      className={clsx("flex-col overflow-hidden bg-surface p-0 text-ink shadow-float backdrop:bg-scrim [&[open]]:flex", shapes[look])}
    >
      <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-4">
        <div>
          <h2 id={id} className="text-lead font-semibold">
            {title}
          </h2>
          {description ? (
            <p id={`${id}-text`} className="mt-1 text-ink-2">
              {description}
            </p>
          ) : null}
        </div>
        <IconButton name="Close" icon={<X size={18} aria-hidden="true" />} size="small" onClick={onClose} className="-mr-1.5" />
      </header>
      {children ? <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div> : null}
      {actions ? <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer> : null}
    </dialog>
  );
}

/** A dialog at the side of the page. */
export const Sheet = (props: Omit<DialogProps, "look">) => <Dialog {...props} look="sheet" />;
