import { hideRating, listRatings, showRating } from "@sleekapp/contracts/supplier";
import { State, questionNames } from "@sleekapp/core/rating/model";
import type { RatingView } from "@sleekapp/core/rating/view";
import { usePages, useCommand } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { Button, Link } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { TimeAt } from "../../ui/value.tsx";

const stateNames: Readonly<Record<State, string>> = { waiting: "To be read", shown: "Shown", hidden: "Kept back", wordless: "Without words" };
const options = State.options.filter((value) => value !== "waiting").map((value) => ({ value, label: stateNames[value] }));

/** Ratings whose words wait to be read, longest waiting first, and those that have been. */
export function RatingsTab() {
  const [{ rated }] = useUrlState({ rated: "" });
  const found = usePages(listRatings, { state: rated || "waiting", limit: 20 }, { live: true });
  return (
    <>
      <FilterBar filters={[{ key: "rated", label: "Words", any: stateNames.waiting, options }]} />
      {found.error ? (
        <ErrorPanel error={found.error} onRetry={found.retry} />
      ) : found.items === undefined ? (
        <Loading label="Loading ratings">
          <SkeletonText lines={6} />
        </Loading>
      ) : found.items.length === 0 ? (
        <EmptyState title={rated === "" ? "Nothing is waiting to be read" : "There are none"}>
          {rated === "" ? "Words that buyers write beside a rating appear here first." : "Choose another standing to see the others."}
        </EmptyState>
      ) : (
        <>
          <ul aria-label="Ratings" className="flex flex-col gap-4">
            {found.items.map((rating) => (
              <li key={rating.orderId}>
                <RatingCard rating={rating} />
              </li>
            ))}
          </ul>
          <LoadMore more={found.more} shown={`${found.items.length} shown`} />
        </>
      )}
    </>
  );
}

function RatingCard({ rating: { orderId, scores, words, reply, state, createdAt } }: { readonly rating: RatingView }) {
  const refresh = [listRatings];
  const show = useCommand(showRating, { refresh });
  const hide = useCommand(hideRating, { refresh });
  return (
    <article className="flex flex-col gap-3 rounded-panel border border-line bg-surface p-4 sm:p-5">
      <p className="tnum flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
        {(["quality", "communication", "delivery"] as const).map((question) => (
          <span key={question}>
            {questionNames[question]}: {scores[question]} of 5
          </span>
        ))}
        <TimeAt at={createdAt} />
        <Link to={`/app/orders/${orderId}`}>The order</Link>
      </p>
      {words ? <p className="measure whitespace-pre-line">{words}</p> : <p className="text-ink-3">No words.</p>}
      {reply ? <p className="measure border-l-2 border-line pl-3 whitespace-pre-line text-ink-2">The supplier: {reply}</p> : null}
      {state === "wordless" ? null : (
        <div className="flex flex-wrap gap-2">
          {state === "shown" ? null : (
            <Button variant="primary" busy={show.isPending} onClick={() => show.mutate({ params: { orderId } })}>
              Show the words
            </Button>
          )}
          {state === "hidden" ? null : (
            <Button busy={hide.isPending} onClick={() => hide.mutate({ params: { orderId } })}>
              Keep them back
            </Button>
          )}
        </div>
      )}
      <FormError error={show.error ?? hide.error} />
    </article>
  );
}
