import type { BookCard } from "@sleekapp/core/price-book/view";
import { now } from "../../ports/clock.ts";
import { Status } from "../../ui/status.tsx";

type BookStatusProps = { readonly book: Pick<BookCard, "status" | "effectiveFrom"> & { readonly isInForce?: boolean } };

/** Where a book stands: a draft, in force, still to come, past, or put away. */
export function BookStatus({ book: { status, effectiveFrom, isInForce } }: BookStatusProps) {
  if (status === "draft") return <Status tone="waiting">Draft</Status>;
  if (status === "discarded") return <Status tone="neutral">Put away</Status>;
  if (isInForce) return <Status tone="done">In force</Status>;
  return effectiveFrom !== undefined && effectiveFrom > now().toISOString() ? (
    <Status tone="info">Published, to come</Status>
  ) : (
    <Status tone="neutral">Published</Status>
  );
}
