import { listSearches } from "@sleekapp/contracts/saved-search";
import { SearchLine } from "../../features/search/search-line.tsx";
import { useRead } from "../../lib/query.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** The searches of the catalogue that the reader keeps. */
export function Page() {
  const found = useRead(listSearches, {});
  const searches = found.data?.items;
  return (
    <>
      <PageHeader title="Searches">
        <p>Searches of the catalogue that you keep, with a mail about what is new, once a day at most.</p>
      </PageHeader>
      {found.error && !searches ? (
        <ErrorPanel error={found.error} title="Your searches could not be read" onRetry={() => void found.refetch()} />
      ) : null}
      {!found.error && !searches ? (
        <Loading label="Loading your searches">
          <SkeletonText lines={4} />
        </Loading>
      ) : null}
      {searches?.length === 0 ? (
        <EmptyState title="No searches yet" action={<ButtonLink to="/catalog">Open the catalogue</ButtonLink>}>
          Search or filter the catalogue and press “Save the search”.
        </EmptyState>
      ) : null}
      {searches && searches.length > 0 ? (
        <ul aria-label="Searches" className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
          {searches.map((search) => (
            <SearchLine key={search.searchId} search={search} />
          ))}
        </ul>
      ) : null}
    </>
  );
}
