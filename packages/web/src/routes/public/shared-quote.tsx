import { getGuestQuote } from "@sleekapp/contracts/quote";
import { useLocation } from "react-router";
import { QuoteBreakdown } from "../../features/quote/quote-breakdown.tsx";
import { Assumptions } from "../../features/quote/quote-notes.tsx";
import { MakingPanels } from "../../features/quote/quote-panels.tsx";
import { QuoteStatus, Validity } from "../../features/quote/quote-status.tsx";
import { ApiError } from "../../lib/api-error.ts";
import { useRead } from "../../lib/query.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel, useTitle } from "../../ui/page-header.tsx";

/** The secret stands in the fragment, which browsers send to nobody. */
function heldIn(hash: string) {
  const said = new URLSearchParams(hash.replace(/^#/u, ""));
  return { quoteId: said.get("id") ?? "", claim: said.get("t") ?? "" };
}

/** A quote that somebody shared, for whoever holds its link: to read, not to accept. */
export function Page() {
  const { hash } = useLocation();
  const { quoteId, claim } = heldIn(hash);
  return (
    <div className="gutter mx-auto w-full max-w-5xl py-10 sm:py-14">
      {quoteId === "" || claim === "" ? <Ended /> : <Shared key={claim} quoteId={quoteId} claim={claim} />}
    </div>
  );
}

const Title = ({ children }: { readonly children: string }) => (
  <h1 tabIndex={-1} className="mb-4 font-serif text-display font-semibold tracking-tight break-words">
    {children}
  </h1>
);

/** The same words for a link that was turned off and one that never was. */
const Ended = () => (
  <>
    <Title>Shared quote</Title>
    <EmptyState title="This link shows nothing" action={<ButtonLink to="/quote">Get a quote of your own</ButtonLink>}>
      It may have been turned off, or not copied whole. Ask whoever sent it for a new one.
    </EmptyState>
  </>
);

const refused = (error: unknown): boolean => error instanceof ApiError && [400, 401, 403, 404].includes(error.status);

function Shared({ quoteId, claim }: { readonly quoteId: string; readonly claim: string }) {
  const quote = useRead(getGuestQuote, { params: { quoteId } }, { credentials: { "x-claim": claim } });
  useTitle(quote.data ? `Quote for ${quote.data.title}` : undefined);
  if (refused(quote.error)) return <Ended />;
  if (!quote.data) {
    return (
      <>
        <Title>Shared quote</Title>
        {quote.error ? (
          <ErrorPanel error={quote.error} title="The quote could not be read" onRetry={() => void quote.refetch()} />
        ) : (
          <Loading label="Loading the quote">
            <SkeletonText lines={8} />
          </Loading>
        )}
      </>
    );
  }
  const { priced, deposit, balance } = quote.data;
  return (
    <>
      <Title>{quote.data.title}</Title>
      <p className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
        <QuoteStatus quote={quote.data} />
        <Validity quote={quote.data} />
      </p>
      <div className="flex flex-col gap-6">
        <Panel title="Price">
          <QuoteBreakdown priced={priced} deposit={deposit} balance={balance} />
        </Panel>
        <MakingPanels quote={quote.data} />
        <Panel title="What this price assumes">
          <Assumptions priced={priced} />
        </Panel>
      </div>
    </>
  );
}
