import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import { Button } from "./button.tsx";

type LoadMoreProps = {
  /** The next page, while there is one. */
  readonly more: { readonly load: () => void; readonly busy: boolean } | undefined;
  /** How much is shown of how much, announced when it changes. */
  readonly shown: string;
};

/** Appends the next page. The button keeps the focus while it works; the last page leaves it at the line above. */
export function LoadMore({ more, shown }: LoadMoreProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const used = useRef(false);
  const isLast = more === undefined;
  useEffect(() => {
    if (isLast && used.current && document.activeElement === document.body) line.current?.focus({ preventScroll: true });
  }, [isLast]);
  return (
    <div data-print="none" className="mt-8 flex flex-col items-center gap-3">
      <p ref={line} role="status" tabIndex={-1} className="tnum text-small text-ink-3">
        {shown}
      </p>
      {more ? (
        <Button
          aria-disabled={more.busy || undefined}
          className={clsx(more.busy && "opacity-55")}
          onClick={() => {
            used.current = true;
            if (!more.busy) more.load();
          }}
        >
          {more.busy ? "Loading more" : "Load more"}
        </Button>
      ) : null}
    </div>
  );
}
