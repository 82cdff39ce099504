import type { ReactNode } from "react";
import { formatCount } from "../../lib/money.ts";
import { ButtonLink, Link } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, Skeleton, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";

export type Waiting = { readonly key: string; readonly to: string; readonly label: string; readonly note: ReactNode };

type QueuePanelProps = {
  readonly title: string;
  /** What one of them is and what several are: `listing`, `listings`. */
  readonly unit: readonly [one: string, many: string];
  readonly to: string;
  readonly action: string;
  readonly items: readonly Waiting[] | undefined;
  /** The answer holds only the first of them. */
  readonly isMore: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
};

const OLDEST = 3;

/** One queue: how many wait, the oldest of them, and the way in. */
export function QueuePanel({ title, unit, to, action, items, isMore, error, onRetry }: QueuePanelProps) {
  return (
    <Panel title={title}>
      {error ? <ErrorPanel error={error} onRetry={onRetry} /> : null}
      {!error && items === undefined ? (
        <Loading label={`Loading ${title.toLowerCase()}`} className="flex flex-col gap-4">
          <Skeleton className="h-9 w-16" />
          <SkeletonText lines={3} />
        </Loading>
      ) : null}
      {items ? (
        <div className="flex flex-col items-start gap-4">
          <p>
            <span className="tnum text-head font-semibold">{isMore ? `over ${formatCount(items.length)}` : formatCount(items.length)}</span>{" "}
            <span className="text-ink-2">{items.length === 1 ? unit[0] : unit[1]}</span>
          </p>
          {items.length > 0 ? (
            <ul className="w-full divide-y divide-line border-y border-line">
              {items.slice(0, OLDEST).map((item) => (
                <li key={item.key} className="flex flex-wrap justify-between gap-x-4 py-2">
                  <Link to={item.to} className="min-w-0 truncate">
                    {item.label}
                  </Link>
                  <span className="text-small text-ink-3">{item.note}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-ink-2">Nothing is waiting.</p>
          )}
          {items.length > 0 ? <ButtonLink to={to}>{action}</ButtonLink> : null}
        </div>
      ) : null}
    </Panel>
  );
}
