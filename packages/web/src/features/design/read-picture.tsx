import { cancelAiJob, listAiJobs, repeatAiJob } from "@sleekapp/contracts/ai-job";
import { askDesignAnalysis } from "@sleekapp/contracts/design";
import type { JobView } from "@sleekapp/core/ai-job/model";
import { useState } from "react";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, Note, Progress, SkeletonText } from "../../ui/feedback.tsx";
import { isUnderWay, standing } from "../ai-job/words.ts";
import { ReadingForm } from "./reading-form.tsx";

const POLL_MS = 2_000;
const refresh = [listAiJobs];
/** Among so many of a design's readings the one that was finished last is looked for. */
const LOOKED_AT = 10;

type ReadPictureProps = { readonly designId: string; readonly mayAct: boolean };

/** The newest reading of a design that was not stopped, asked again while it is under way, and the one that was finished last. */
function useReading(designId: string) {
  const [waits, setWaits] = useState(false);
  const found = useRead(
    listAiJobs,
    { query: { task: "design-analysis", subjectId: designId, limit: LOOKED_AT } },
    { every: waits ? POLL_MS : false },
  );
  const jobs = found.data?.items.filter(({ status }) => status !== "cancelled") ?? [];
  const [job] = jobs;
  const isWaiting = job !== undefined && isUnderWay(job);
  if (isWaiting !== waits) setWaits(isWaiting);
  return { ...found, job, finished: jobs.find(({ result }) => result?.kind === "analysis") };
}

/** A reading of a design's picture as far as it is: to be asked for, under way, come to nothing, or there to be looked over, an older one too. */
export function ReadPicture({ designId, mayAct }: ReadPictureProps) {
  const { data, error, refetch, job, finished } = useReading(designId);
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Loading label="Looking for a reading">
        <SkeletonText lines={5} />
      </Loading>
    );
  if (!mayAct) return <p className="text-ink-2">Those who may ask for quotes have the picture read here.</p>;
  if (!job) return <Ask designId={designId} />;
  if (isUnderWay(job)) return <UnderWay job={job} />;
  return <Ended job={job} finished={finished} />;
}

/** A reading that came to nothing says so; what was read before stays below it. */
function Ended({ job, finished }: { readonly job: JobView; readonly finished: JobView | undefined }) {
  return (
    <div className="flex flex-col gap-6">
      {job.result?.kind === "analysis" ? null : <CameToNothing job={job} />}
      {finished?.result?.kind === "analysis" ? <Read job={finished} analysis={finished.result.analysis} /> : null}
    </div>
  );
}

/** Asks for a reading, the first or another one. */
function AskButton({ designId, isFirst }: { readonly designId: string; readonly isFirst: boolean }) {
  const ask = useCommand(askDesignAnalysis, { refresh });
  return (
    <>
      <FormError error={ask.error} />
      <Button
        variant={isFirst ? "primary" : "secondary"}
        className="self-start"
        busy={ask.isPending}
        onClick={() => ask.mutate({ params: { designId } })}
      >
        {isFirst ? "Read this picture" : "Read it again"}
      </Button>
    </>
  );
}

function Ask({ designId }: { readonly designId: string }) {
  return (
    <div className="flex flex-col gap-4">
      <p className="measure text-ink-2">
        A model looks at the picture and says what garment it is, how it is made, its pattern, print, colours and techniques, each with how sure it
        is. You look it over; nothing goes into a quote before you say so.
      </p>
      <AskButton designId={designId} isFirst />
    </div>
  );
}

function UnderWay({ job }: { readonly job: JobView }) {
  const cancel = useCommand(cancelAiJob, { refresh });
  return (
    <div className="flex flex-col gap-3">
      <p role="status">{standing(job)}</p>
      <Progress value={job.percent} label="Reading" />
      <FormError error={cancel.error} />
      <Button size="small" className="self-start" busy={cancel.isPending} onClick={() => cancel.mutate({ params: { aiJobId: job.jobId } })}>
        Stop
      </Button>
    </div>
  );
}

function CameToNothing({ job: { jobId, reason } }: { readonly job: JobView }) {
  const again = useCommand(repeatAiJob, { refresh });
  return (
    <div className="flex flex-col gap-3">
      <Note tone="late">
        {reason === "unfit"
          ? "The picture is not there, or is too large to be read. Send a smaller one and have that read."
          : "Something of ours stopped while the picture was being read. Try again."}
      </Note>
      <FormError error={again.error} />
      <Button className="self-start" busy={again.isPending} onClick={() => again.mutate({ params: { aiJobId: jobId } })}>
        Try again
      </Button>
    </div>
  );
}

type ReadProps = { readonly job: JobView; readonly analysis: Parameters<typeof ReadingForm>[0]["read"] };

function Read({ job: { jobId, subjectId, source }, analysis }: ReadProps) {
  return (
    <div className="flex flex-col gap-5">
      <Note tone={source === "model" ? "info" : "waiting"}>
        {source === "model"
          ? "A model read the picture. Look it over and correct what is wrong."
          : "The model could not be asked, so nobody has looked at the picture: this is what its own words and colours say."}
      </Note>
      <ReadingForm key={jobId} designId={subjectId} read={analysis} />
      <AskButton designId={subjectId} isFirst={false} />
    </div>
  );
}
