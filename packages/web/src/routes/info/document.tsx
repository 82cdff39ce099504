import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { type Doc, documentQuery, loadOf } from "../../content/index.ts";
import { NotFound } from "../../shell/not-found.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { PageSkeleton } from "../../shell/guard.tsx";
import { ReachUs } from "../../ui/error-panel.tsx";
import { useTitle } from "../../ui/page-header.tsx";
import { Contents, Prose } from "../../features/info/prose.tsx";

/** A written page, by its slug. */
export function Page() {
  const { slug = "" } = useParams();
  const load = loadOf(slug);
  const { data, error, refetch } = useQuery({ ...documentQuery(slug), enabled: load !== undefined });
  useTitle(data?.title);
  if (!load) return <NotFound />;
  return (
    <div className="gutter mx-auto w-full max-w-5xl py-10 sm:py-14">
      {error ? <PageError error={error} onRetry={() => void refetch()} /> : null}
      {!error && !data ? <PageSkeleton /> : null}
      {data ? <Article doc={data}>{slug === "contact" ? <ReachUs /> : null}</Article> : null}
    </div>
  );
}

function Article({ doc, children }: { readonly doc: Doc; readonly children: ReactNode }) {
  return (
    <article>
      <header className="measure mb-8">
        <h1 tabIndex={-1} className="font-serif text-display font-semibold tracking-tight">
          {doc.title}
        </h1>
        <p className="mt-4 text-lead text-ink-2">{doc.summary}</p>
        {doc.version ? <p className="tnum mt-3 text-small text-ink-3">Version {doc.version}</p> : null}
      </header>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,42rem)_14rem] lg:justify-between">
        <Prose nodes={doc.nodes} />
        <Contents nodes={doc.nodes} />
      </div>
      <div className="mt-6 text-read">{children}</div>
    </article>
  );
}
