import { cancelAiJob, repeatAiJob } from "@sleekapp/contracts/ai-job";
import type { JobView } from "@sleekapp/core/ai-job/model";
import { shownError } from "../../lib/api-error.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/feedback.tsx";
import { Status } from "../../ui/status.tsx";
import { toast } from "../../ui/toast.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { designReads } from "./reads.ts";
import { isUnderWay, reasonWords, standing } from "../ai-job/words.ts";

const failed = { onError: (error: Error) => toast(shownError(error).message, "late") };

/** What is being drawn and what could not be, newest first, each with the one thing to do about it. */
export function JobList({ jobs }: { readonly jobs: readonly JobView[] }) {
  if (jobs.length === 0) return null;
  return (
    <ul aria-label="Being drawn" className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
      {jobs.map((job) => (
        <li key={job.jobId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          {isUnderWay(job) ? <UnderWay job={job} /> : <CameToNothing job={job} />}
        </li>
      ))}
    </ul>
  );
}

function UnderWay({ job }: { readonly job: JobView }) {
  const cancel = useCommand(cancelAiJob, { refresh: designReads });
  return (
    <>
      <div className="min-w-48 flex-1">
        <p role="status" className="mb-1.5">
          {standing(job)}
        </p>
        <Progress value={job.percent} label="Drawing" />
      </div>
      <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate({ params: { aiJobId: job.jobId } }, failed)}>
        Stop
      </Button>
    </>
  );
}

function CameToNothing({ job }: { readonly job: JobView }) {
  const again = useCommand(repeatAiJob, { refresh: designReads });
  return (
    <>
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-x-3">
          <Status tone="late">No picture</Status>
          <span className="text-small text-ink-3">
            <TimeAt at={job.createdAt} />
          </span>
        </p>
        <p className="measure mt-1 text-ink-2">{reasonWords(job.reason ?? "fault")}</p>
      </div>
      <Button size="small" busy={again.isPending} onClick={() => again.mutate({ params: { aiJobId: job.jobId } }, failed)}>
        Try again
      </Button>
    </>
  );
}
