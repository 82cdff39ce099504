import type { JobView, Status } from "./model.ts";
import type { Info } from "./store.ts";

/** No job is at it longer than this without a sign: what was to go on with it has gone. */
export const STALLED_MS = 3_600_000;

const isOpen = (status: Status): boolean => status === "queued" || status === "running";

/** Whether a job that has not ended will not end by itself any more. */
export const isStalled = ({ status, updatedAt }: Info, now: string): boolean =>
  isOpen(status) && Date.parse(updatedAt) + STALLED_MS < Date.parse(now);

/** A job as its owner sees it; one that has stood still for an hour has failed. */
export function viewOf(job: Info, now: string): JobView {
  const { jobId, task, subjectId, percent, attempts, source, result, createdAt, updatedAt } = job;
  const isStill = isStalled(job, now);
  const reason = isStill ? "fault" : job.reason;
  return {
    jobId,
    task,
    subjectId,
    status: isStill ? "failed" : job.status,
    percent,
    attempts,
    ...(source ? { source } : {}),
    ...(reason ? { reason } : {}),
    ...(result ? { result } : {}),
    createdAt,
    updatedAt,
  };
}
