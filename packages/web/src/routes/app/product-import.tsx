import { listMyProducts } from "@sleekapp/contracts/catalog";
import { getImport } from "@sleekapp/contracts/product-import";
import type { ImportView } from "@sleekapp/core/product-import/model";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Outcome, Underway } from "../../features/product-import/outcome.tsx";
import { Prepare } from "../../features/product-import/prepare.tsx";
import { SendFile } from "../../features/product-import/send-file.tsx";
import { keyOf, useRead } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { PageError } from "../../shell/page-error.tsx";
import { Loading, Skeleton } from "../../ui/feedback.tsx";
import { PageHeader, useTitle } from "../../ui/page-header.tsx";

const parent = { label: "Products", to: "/app/products" };

/** Products from a file: sent, looked at, then made by a job; the job's id is in the address. */
export function Page() {
  const [{ job }, setUrl] = useUrlState({ job: "" });
  if (job !== "") return <ImportJob key={job} jobId={job} />;
  return (
    <>
      <PageHeader title="Import products" parent={parent}>
        <p>From a shop’s export or a file of your own; each product becomes a draft.</p>
      </PageHeader>
      <SendFile onSent={(jobId) => setUrl({ job: jobId })} />
    </>
  );
}

const titles: Readonly<Record<ImportView["state"], string>> = {
  uploading: "Look at the file",
  running: "Importing products",
  checked: "What the import would do",
  done: "Products imported",
  failed: "The import stopped",
};

const WATCH_MS = 1500;

function ImportJob({ jobId }: { readonly jobId: string }) {
  const client = useQueryClient();
  const [state, setState] = useState<ImportView["state"]>("uploading");
  const job = useRead(getImport, { params: { jobId } }, { every: state === "running" ? WATCH_MS : false });
  if (job.data && job.data.state !== state) setState(job.data.state);
  useTitle(job.data ? titles[job.data.state] : undefined);
  useEffect(() => {
    if (state === "done") void client.invalidateQueries({ queryKey: keyOf(listMyProducts) });
  }, [client, state]);
  if (job.error && !job.data) return <PageError error={job.error} onRetry={() => void job.refetch()} />;
  return (
    <>
      <PageHeader title={job.data ? titles[job.data.state] : "Import products"} parent={parent} />
      {job.data ? <Step job={job.data} /> : <JobSkeleton />}
    </>
  );
}

function Step({ job }: { readonly job: ImportView }) {
  if (job.state === "uploading") return <Prepare job={job} />;
  return job.state === "running" ? <Underway job={job} /> : <Outcome job={job} />;
}

const JobSkeleton = () => (
  <Loading label="Loading the import">
    <Skeleton className="h-40" />
  </Loading>
);
