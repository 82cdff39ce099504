import { isRouteErrorResponse, useRouteError } from "react-router";
import { useTitle } from "../ui/page-header.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { NotFound } from "./not-found.tsx";

/** What a page shows when it cannot be drawn at all; the frame around it stays. */
export function RouteError() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  useTitle(missing ? undefined : "Something went wrong");
  if (missing) return <NotFound />;
  return (
    <section className="gutter mx-auto flex w-full max-w-3xl flex-col gap-4 py-12">
      <h1 tabIndex={-1} className="text-head font-semibold tracking-tight">
        Something went wrong
      </h1>
      <ErrorPanel error={error} onRetry={() => window.location.reload()} />
    </section>
  );
}
