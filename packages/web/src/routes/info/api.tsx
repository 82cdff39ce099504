import { PageError } from "../../shell/page-error.tsx";
import { PageSkeleton } from "../../shell/guard.tsx";
import { type ApiDocument, useApiDocument } from "../../features/api-reference/document.ts";
import { OperationEntry } from "../../features/api-reference/operation.tsx";
import { Link } from "../../ui/button.tsx";

/** Every route of the API, read from the document it is served with. */
export function Page() {
  const { data, error, refetch } = useApiDocument();
  return (
    <div className="gutter mx-auto w-full max-w-5xl py-10 sm:py-14">
      {error ? <PageError error={error} onRetry={() => void refetch()} /> : null}
      {!error && !data ? <PageSkeleton /> : null}
      {data ? <Reference document={data} /> : null}
    </div>
  );
}

const operationsOf = ({ paths }: ApiDocument, tag: string) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => (operation.tags.includes(tag) ? [{ path, method, operation }] : [])),
  );

function Reference({ document }: { readonly document: ApiDocument }) {
  return (
    <>
      <header className="measure mb-8">
        <h1 tabIndex={-1} className="font-serif text-display font-semibold tracking-tight">
          API
        </h1>
        <p className="mt-4 text-lead text-ink-2">
          What the application itself calls, route by route. It is one and the same description that the routes are made from.
        </p>
        <p className="mt-4 text-read">{document.info.description}</p>
        <p className="mt-3 text-read">
          <a href="/api/openapi.json" className="text-indigo underline underline-offset-3">
            The OpenAPI document
          </a>{" "}
          · <Link to="/info/errors">What the error codes mean</Link>
        </p>
      </header>
      {document.tags.map(({ name, description }) => (
        <section key={name} aria-labelledby={`tag-${name}`} className="mt-10">
          <h2 id={`tag-${name}`} className="font-serif text-head font-semibold tracking-tight">
            {description}
          </h2>
          <ul className="mt-4 overflow-hidden rounded-panel border border-line bg-surface">
            {operationsOf(document, name).map(({ path, method, operation }) => (
              <OperationEntry key={operation.operationId} method={method} path={path} operation={operation} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
