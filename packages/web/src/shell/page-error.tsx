import { ApiError } from "../lib/api-error.ts";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Forbidden } from "./forbidden.tsx";
import { NotFound } from "./not-found.tsx";

/** What a page about one record shows when the record cannot be read: missing, not allowed, or try again. */
export function PageError({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  if (error instanceof ApiError && error.status === 403) return <Forbidden />;
  return (
    <>
      <h1 tabIndex={-1} className="sr-only">
        This page could not be read
      </h1>
      <ErrorPanel error={error} title="This page could not be read" onRetry={onRetry} />
    </>
  );
}
