import type { ImportView } from "@sleekapp/core/product-import/model";
import { formatCount } from "../../lib/money.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Note, Progress } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Facts } from "../../ui/value.tsx";
import { LeftOut } from "./preview.tsx";

const Counts = ({ job }: { readonly job: ImportView }) => (
  <Facts
    className="max-w-md"
    facts={[
      { label: "Made", value: <span className="tnum">{formatCount(job.created)}</span> },
      { label: "Made before", value: <span className="tnum">{formatCount(job.skipped)}</span> },
      { label: "Rows left out", value: <span className="tnum">{formatCount(job.rejected.length)}</span> },
      { label: "Pictures fetched", value: <span className="tnum">{formatCount(job.picturesFetched)}</span> },
      { label: "Pictures not fetched", value: <span className="tnum">{formatCount(job.picturesMissed)}</span> },
    ]}
  />
);

/** An import at work: it goes on when the page is left. */
export const Underway = ({ job }: { readonly job: ImportView }) => (
  <Panel title="The import is running">
    <div className="flex flex-col gap-4">
      <Progress label="Products of the file" value={job.total > 0 ? (job.done / job.total) * 100 : 0} />
      <p role="status" className="tnum text-ink-2">
        {formatCount(job.done)} of {formatCount(job.total)} products
      </p>
      <Counts job={job} />
      <p className="text-ink-2">You can leave this page; the work goes on, and this address shows how far it is.</p>
    </div>
  </Panel>
);

/** What an import made, what it left out and where to go on. */
export function Outcome({ job }: { readonly job: ImportView }) {
  return (
    <div className="flex flex-col gap-6">
      {job.state === "failed" ? (
        <Note tone="late">
          <p className="font-semibold">The import stopped</p>
          <p>{job.failure ?? "What was made before it stopped is among your products. Start again with the same file; nothing is made twice."}</p>
        </Note>
      ) : null}
      <Panel title={job.state === "failed" ? "Until then" : "Done"}>
        <div className="flex flex-col gap-5">
          <Counts job={job} />
          {job.picturesMissed > 0 ? (
            <p className="measure text-ink-2">
              Pictures that could not be fetched are missing from their listings; add them there before you hand a listing in.
            </p>
          ) : null}
          <div className="flex flex-wrap gap-3">
            <ButtonLink to="/app/products?status=draft" variant="primary">
              See the drafts
            </ButtonLink>
            <ButtonLink to="/app/products/words">Put pictures into words</ButtonLink>
            <ButtonLink to="/app/products/import">Import another file</ButtonLink>
          </div>
        </div>
      </Panel>
      {job.rejected.length > 0 ? (
        <Panel title="Rows left out" flush>
          <LeftOut rejected={job.rejected} />
        </Panel>
      ) : null}
    </div>
  );
}
