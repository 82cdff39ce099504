import type { ReactNode } from "react";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, Skeleton } from "../../ui/feedback.tsx";

type Reading = { readonly data: unknown; readonly error: Error | null; readonly refetch: () => Promise<unknown>; readonly isEnabled: boolean };

/** The desk is shown once all of it can be read, so that its counts are whole; one Retry asks again for what failed. */
export function DeskState({ reads, children }: { readonly reads: readonly Reading[]; readonly children: ReactNode }) {
  const missing = reads.filter((read) => read.isEnabled && read.data === undefined);
  const failed = missing.filter((read) => read.error !== null);
  if (failed.length > 0) {
    return <ErrorPanel error={failed[0]?.error} title="Your desk could not be read" onRetry={() => failed.forEach((read) => void read.refetch())} />;
  }
  return missing.length > 0 ? <DeskSkeleton /> : children;
}

const DeskSkeleton = () => (
  <Loading label="Loading your desk" className="flex flex-col gap-6">
    {[2, 3].map((lines) => (
      <div key={lines} className="rounded-panel border border-line bg-surface">
        <div className="border-b border-line px-5 py-4">
          <Skeleton className="h-4 w-40" />
        </div>
        {Array.from({ length: lines }, (_, line) => (
          <div key={line} className="flex flex-col gap-2 border-b border-line px-5 py-3.5 last:border-b-0">
            <Skeleton className="h-4 w-56 max-w-full" />
            <Skeleton className="h-3 w-40" />
          </div>
        ))}
      </div>
    ))}
  </Loading>
);
