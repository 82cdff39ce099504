import { type Ref, useImperativeHandle, useRef } from "react";

export type Missing = { readonly field: string; readonly text: string };

/** Puts the cursor where a field is written: the control of that name, or the first one in the part marked with it. */
export function focusField(field: string): void {
  const name = CSS.escape(field);
  const part = `[data-field="${name}"]`;
  const control = document.querySelector<HTMLElement>(`[name="${name}"], ${part} :is(input, select, textarea, button):enabled`);
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}

type MissingListProps = {
  readonly title: string;
  readonly items: readonly Missing[];
  /** Brings the field onto the page first, where it may be on another step. */
  readonly onGo?: (field: string) => void;
  readonly ref?: Ref<{ readonly focus: () => void }>;
};

/** What is still missing before something can be handed in; each line leads to its field. */
export function MissingList({ title, items, onGo = focusField, ref }: MissingListProps) {
  const panel = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => panel.current?.focus() }));
  if (items.length === 0) return null;
  return (
    <div ref={panel} role="alert" tabIndex={-1} className="rounded-panel border border-l-3 border-line border-l-madder bg-surface px-4 py-3">
      <p className="font-semibold">{title}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {items.map((item) => (
          <li key={`${item.field}:${item.text}`}>
            <button
              type="button"
              className="text-left text-indigo underline decoration-1 underline-offset-3 hover:decoration-2"
              onClick={() => onGo(item.field)}
            >
              {item.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
