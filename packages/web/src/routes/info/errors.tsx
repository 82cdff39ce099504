import { useEffect } from "react";
import { useLocation } from "react-router";
import { PageError } from "../../shell/page-error.tsx";
import { PageSkeleton } from "../../shell/guard.tsx";
import { type ErrorCode, useApiDocument } from "../../features/api-reference/document.ts";
import { Link } from "../../ui/button.tsx";
import { ReachUs } from "../../ui/error-panel.tsx";

/** Every error code, each with an address of its own: the `docs` of an error leads here. */
export function Page() {
  const { data, error, refetch } = useApiDocument();
  return (
    <div className="gutter mx-auto w-full max-w-5xl py-10 sm:py-14">
      {error ? <PageError error={error} onRetry={() => void refetch()} /> : null}
      {!error && !data ? <PageSkeleton /> : null}
      {data ? <Codes codes={data["x-errors"]} /> : null}
    </div>
  );
}

function Codes({ codes }: { readonly codes: readonly ErrorCode[] }) {
  const { hash } = useLocation();
  const wanted = hash.slice(1);
  // The codes arrive after the page, so the browser's own jump to the fragment came too early.
  useEffect(() => document.getElementById(wanted)?.scrollIntoView(), [wanted]);
  return (
    <>
      <header className="measure mb-8">
        <h1 tabIndex={-1} className="font-serif text-display font-semibold tracking-tight">
          Error codes
        </h1>
        <p className="mt-4 text-lead text-ink-2">What each code of an answer means, and with which status it comes.</p>
        <p className="mt-4 text-read">
          Every error carries a reference. Tell us that reference and we find what happened: <ReachUs />. The routes are in the{" "}
          <Link to="/info/api">API reference</Link>.
        </p>
      </header>
      <dl className="measure divide-y divide-line border-y border-line">
        {codes.map(({ code, status, message }) => (
          <div key={code} id={code} className="tnum scroll-mt-6 py-3 target:bg-indigo-soft">
            <dt className="flex flex-wrap justify-between gap-x-4 font-semibold">
              <span className="min-w-0 break-words">{code}</span>
              <span className="font-normal text-ink-2">{status}</span>
            </dt>
            <dd className="mt-0.5 text-ink-2">{message}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
