import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A grey shape where content will be; give it the size of what it stands for. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden="true" className={clsx("block animate-[settle_600ms_ease-out] rounded-control bg-line", className ?? "h-4 w-full")} />;
}

/** The skeletons of a page or a panel, announced once as loading. */
export function Loading({ label, children, className }: { readonly label: string; readonly children: ReactNode; readonly className?: string }) {
  return (
    <div role="status" aria-busy="true" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

/** Lines of text still to come. */
export const SkeletonText = ({ lines = 3 }: { readonly lines?: number }) => (
  <span className="flex flex-col gap-2.5">
    {Array.from({ length: lines }, (_, line) => (
      <Skeleton key={line} className={line === lines - 1 ? "h-4 w-2/3" : "h-4 w-full"} />
    ))}
  </span>
);

type ProgressProps = { readonly value: number; readonly label: string; readonly tone?: "indigo" | "leaf" | "madder" };
const fills = { indigo: "bg-indigo", leaf: "bg-leaf", madder: "bg-madder" } as const;

/** Percent done (0 to 100) as a bar with a name; 0 looks empty. */
export function Progress({ value, label, tone = "indigo" }: ProgressProps) {
  const percent = Math.max(0, Math.min(100, Math.round(value)));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-1.5 w-full overflow-hidden rounded-full bg-line"
    >
      <div className={clsx("h-full rounded-full transition-[width] duration-150", fills[tone])} style={{ width: `${percent}%` }} />
    </div>
  );
}

type EmptyStateProps = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode };

/** What will appear here, and the one thing to do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-panel border border-dashed border-control px-6 py-10 sm:items-center sm:text-center">
      <svg width="96" height="12" viewBox="0 0 96 12" aria-hidden="true" className="text-control" fill="none" stroke="currentColor" strokeWidth="1.5">
        <path d="M1 6h94" strokeDasharray="3 4" />
        <circle cx="16" cy="6" r="4" className="fill-bg" />
        <circle cx="48" cy="6" r="4" className="fill-bg" />
        <circle cx="80" cy="6" r="4" className="fill-bg" />
      </svg>
      <p className="text-read font-semibold">{title}</p>
      {children ? <div className="max-w-md text-ink-2">{children}</div> : null}
      {action}
    </div>
  );
}

/** A calm note inside a page: a rule, a condition, a hint. */
export function Note({ tone = "info", children }: { readonly tone?: "info" | "waiting" | "done" | "late"; readonly children: ReactNode }) {
  const edges = { info: "border-l-sky", waiting: "border-l-turmeric", done: "border-l-leaf", late: "border-l-madder" } as const;
  return <div className={clsx("rounded-panel border border-l-3 border-line bg-surface px-4 py-3", edges[tone])}>{children}</div>;
}
