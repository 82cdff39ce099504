import { getImport, getImportReport, startImport } from "@sleekapp/contracts/product-import";
import type { ImportView } from "@sleekapp/core/product-import/model";
import { call } from "../../lib/api.ts";
import { useFileLink } from "../../lib/file-link.ts";
import { formatCount } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Note, Progress } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Facts } from "../../ui/value.tsx";
import { LeftOut } from "./preview.tsx";

type Labels = Readonly<Record<"created" | "updated" | "skipped", string>>;

const done: Labels = { created: "Made", updated: "Changed", skipped: "Nothing new" };
const looked: Labels = { created: "Would be made", updated: "Would be changed", skipped: "Nothing new" };

function Counts({ job }: { readonly job: ImportView }) {
  const labels = job.isDryRun ? looked : done;
  const counts = [
    { label: labels.created, count: job.created },
    { label: labels.updated, count: job.updated },
    { label: labels.skipped, count: job.skipped },
    ...(job.refused > 0 ? [{ label: "Listings left alone", count: job.refused }] : []),
    { label: "Rows left out", count: job.rejections },
    ...(job.isDryRun
      ? []
      : [
          { label: "Pictures fetched", count: job.picturesFetched },
          { label: "Pictures not fetched", count: job.picturesMissed },
        ]),
  ];
  return (
    <Facts className="max-w-md" facts={counts.map(({ label, count }) => ({ label, value: <span className="tnum">{formatCount(count)}</span> }))} />
  );
}

/** An import at work: it goes on when the page is left. */
export const Underway = ({ job }: { readonly job: ImportView }) => (
  <Panel title={job.isDryRun ? "The file is being compared with your listings" : "The import is running"}>
    <div className="flex flex-col gap-4">
      <Progress label="Products of the file" value={job.total > 0 ? (job.done / job.total) * 100 : 0} />
      <p role="status" className="tnum text-ink-2">
        {job.total === 0 ? "Reading the file" : `${formatCount(job.done)} of ${formatCount(job.total)} products`}
      </p>
      <Counts job={job} />
      <p className="text-ink-2">You can leave this page; the work goes on, and this address shows how far it is.</p>
    </div>
  </Panel>
);

/** What became of every product and row of the file, as a file. */
function ReportButton({ jobId }: { readonly jobId: string }) {
  const { busy, error, open } = useFileLink(() => call(getImportReport, { params: { jobId } }));
  return (
    <>
      <Button busy={busy} onClick={open}>
        Download the report
      </Button>
      {error ? <ErrorPanel error={error} /> : null}
    </>
  );
}

const ways = {
  checked: { title: "Nothing is made yet", again: "Make these changes" },
  failed: { title: "Until then", again: "Go on" },
  done: { title: "Done", again: undefined },
} as const;

function Ways({ job, again }: { readonly job: ImportView; readonly again: string | undefined }) {
  const { jobId } = job;
  const start = useCommand(startImport, { refresh: [getImport] });
  const isMade = job.state !== "checked";
  return (
    <>
      <FormError error={start.error} />
      <div className="flex flex-wrap gap-3">
        {again ? (
          <Button variant="primary" busy={start.isPending} onClick={() => start.mutate({ params: { jobId }, body: {} })}>
            {again}
          </Button>
        ) : (
          <ButtonLink to="/app/products?status=draft" variant="primary">
            See the drafts
          </ButtonLink>
        )}
        {job.hasReport ? <ReportButton jobId={jobId} /> : null}
        {isMade ? <ButtonLink to="/app/products/words">Put pictures into words</ButtonLink> : null}
        <ButtonLink to="/app/products/import">Import another file</ButtonLink>
      </div>
    </>
  );
}

/** What an import made or would make, what it left out and where to go on. */
export function Outcome({ job }: { readonly job: ImportView }) {
  const { title, again } = ways[job.state === "checked" || job.state === "failed" ? job.state : "done"];
  return (
    <div className="flex flex-col gap-6">
      {job.state === "failed" ? (
        <Note tone="late">
          <p className="font-semibold">The import stopped</p>
          <p>{job.failure ?? "What was made before it stopped is among your products. Go on, and it begins where it stopped."}</p>
        </Note>
      ) : null}
      <Panel title={title}>
        <div className="flex flex-col gap-5">
          <Counts job={job} />
          {job.picturesMissed > 0 ? (
            <p className="measure text-ink-2">
              Pictures that could not be fetched are missing from their listings; add them there before you hand a listing in.
            </p>
          ) : null}
          <Ways job={job} again={again} />
        </div>
      </Panel>
      {job.rejected.length > 0 ? (
        <Panel title="Rows left out" flush>
          <LeftOut rejected={job.rejected} all={job.rejections} />
        </Panel>
      ) : null}
    </div>
  );
}
