import { cancelAiJob, listAiJobs } from "@sleekapp/contracts/ai-job";
import { askPictureCandidate } from "@sleekapp/contracts/product-picture";
import type { JobView } from "@sleekapp/core/ai-job/model";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { MAX_PICTURES } from "@sleekapp/core/product/model";
import { now } from "../../ports/clock.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Progress } from "../../ui/feedback.tsx";
import { drawnWords } from "../../ui/drawn.tsx";
import { Renditions } from "../../ui/renditions.tsx";
import { useJob } from "../ai-job/use-job.ts";
import { isUnderWay, reasonWords, standing } from "../ai-job/words.ts";
import type { PictureRow } from "./editor-state.ts";

type Props = {
  readonly product: Pick<ProductDraftView, "productId" | "pictures">;
  readonly rows: readonly PictureRow[];
  /** Saves what is still unsaved, so that the picture is of what stands in the form. */
  readonly flush: () => Promise<boolean>;
  readonly onChange: (change: (rows: readonly PictureRow[]) => PictureRow[]) => void;
};

type Candidate = Extract<NonNullable<JobView["result"]>, { kind: "picture" }>;

const candidateOf = (job: JobView | undefined): Candidate | undefined =>
  job?.result?.kind === "picture" && job.result.until > now().toISOString() ? job.result : undefined;

/** A picture that a model draws of the product, beside the one that stands for it now; nothing changes until it is taken. */
export function CandidatePanel({ product, rows, flush, onChange }: Props) {
  const { productId } = product;
  const job = useJob("product-image", productId);
  const ask = useCommand(askPictureCandidate, { refresh: [listAiJobs] });
  const open = job !== undefined && isUnderWay(job) ? job : undefined;
  const candidate = open ? undefined : candidateOf(job);
  const suggest = async () => {
    if (await flush()) ask.mutate({ params: { productId } });
  };
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button busy={ask.isPending || open !== undefined} onClick={() => void suggest()}>
          {candidate ? "Draw another" : "Have one drawn"}
        </Button>
        <p className="measure text-ink-2" role="status">
          {open ? standing(open) : "By a model, from the category, the fabric and the first colour. It is no photo: buyers expect what it shows."}
        </p>
      </div>
      {job ? <Outcome job={job} /> : null}
      <FormError error={ask.error} />
      {candidate ? <Beside candidate={candidate} current={product.pictures[0]} rows={rows} onChange={onChange} /> : null}
    </div>
  );
}

/** How far it is, or why there is none. */
function Outcome({ job }: { readonly job: JobView }) {
  if (isUnderWay(job)) return <UnderWay job={job} />;
  return job.status === "failed" ? <p className="measure text-ink-2">{reasonWords(job.reason ?? "fault")}</p> : null;
}

function UnderWay({ job }: { readonly job: JobView }) {
  const cancel = useCommand(cancelAiJob, { refresh: [listAiJobs] });
  return (
    <div className="flex items-center gap-4">
      <Progress value={job.percent} label="Drawing" />
      <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate({ params: { aiJobId: job.jobId } })}>
        Stop
      </Button>
    </div>
  );
}

type BesideProps = Pick<Props, "rows" | "onChange"> & {
  readonly candidate: Candidate;
  readonly current: ProductDraftView["pictures"][number] | undefined;
};

function Beside({ candidate, current, rows, onChange }: BesideProps) {
  const { uploadId, alt } = candidate;
  const row = { uploadId, alt };
  const isTaken = rows.some((one) => one.uploadId === uploadId);
  const isFull = rows.length >= MAX_PICTURES;
  return (
    <div className="flex flex-col gap-3">
      <div className="grid max-w-lg grid-cols-2 gap-4">
        <figure className="flex flex-col gap-1.5">
          <span className="aspect-4/5 overflow-hidden rounded-control border border-line bg-sunken">
            {current ? <Renditions picture={current} alt={current.alt || "The first picture now"} sizes="16rem" /> : null}
          </span>
          <figcaption className="text-small text-ink-2">{current ? "First now" : "No picture yet"}</figcaption>
        </figure>
        <figure className="flex flex-col gap-1.5">
          <span className="aspect-4/5 overflow-hidden rounded-control border border-line bg-sunken">
            <Renditions picture={candidate} alt={alt} sizes="16rem" />
          </span>
          <figcaption className="text-small text-ink-2">{drawnWords}</figcaption>
        </figure>
      </div>
      {isTaken ? (
        <p className="text-ink-2">It is among the pictures. Read what it is said to show.</p>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button disabled={isFull} onClick={() => onChange((before) => [row, ...before])}>
            Put it first
          </Button>
          <Button disabled={isFull} onClick={() => onChange((before) => [...before, row])}>
            Add it
          </Button>
          {rows.length > 0 ? <Button onClick={() => onChange((before) => [row, ...before.slice(1)])}>Put it in the place of the first</Button> : null}
        </div>
      )}
    </div>
  );
}
