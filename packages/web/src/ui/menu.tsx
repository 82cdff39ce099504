import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { Link } from "react-router";

export type MenuItem = { readonly label: string; readonly danger?: boolean } & ({ readonly to: string } | { readonly onSelect: () => void });

type MenuProps = {
  /** The accessible name of the button. */
  readonly name: string;
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
  readonly header?: ReactNode;
  readonly triggerClassName?: string;
};

function place(button: HTMLElement, panel: HTMLElement) {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = at.bottom + height + 8 <= window.innerHeight || at.top < height;
  panel.style.left = `${Math.max(8, Math.min(at.right - width, window.innerWidth - width - 8))}px`;
  panel.style.top = `${below ? at.bottom + 4 : at.top - height - 4}px`;
  panel.style.visibility = "visible";
}

function move(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length]?.focus();
}

const itemClass = "flex min-h-9 w-full items-center px-3 text-left text-body hover:bg-sunken focus-visible:bg-sunken focus-visible:-outline-offset-2";

/** A button with a list of actions, in the browser's top layer: Escape and a click outside close it, arrows move. */
export function Menu({ name, trigger, items, header, triggerClassName }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button ref={button} type="button" popoverTarget={id} aria-haspopup="menu" aria-expanded={open} aria-label={name} className={triggerClassName}>
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        onToggle={(event) => {
          const opened = event.newState === "open";
          setOpen(opened);
          // The browser says that it is open a moment after it shows it: until it has its place it is not to be seen.
          event.currentTarget.style.visibility = "";
          if (!opened || !button.current || !panel.current) return;
          place(button.current, panel.current);
          panel.current.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
        }}
        className="invisible fixed m-0 min-w-52 rounded-panel border border-line bg-surface py-1.5 text-ink shadow-float"
      >
        {header ? <div className="border-b border-line px-3 pt-1 pb-2.5">{header}</div> : null}
        <div role="menu" aria-label={name} tabIndex={-1} onKeyDown={move} className="outline-none">
          {items.map((item) =>
            "to" in item ? (
              <Link key={item.label} role="menuitem" to={item.to} onClick={close} className={itemClass}>
                {item.label}
              </Link>
            ) : (
              <button
                key={item.label}
                type="button"
                role="menuitem"
                className={`${itemClass} ${item.danger ? "text-madder" : ""}`}
                onClick={() => {
                  close();
                  item.onSelect();
                }}
              >
                {item.label}
              </button>
            ),
          )}
        </div>
      </div>
    </>
  );
}
