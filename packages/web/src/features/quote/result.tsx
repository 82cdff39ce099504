import { getGuestQuote, getQuote } from "@sleekapp/contracts/quote";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { Printer } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { dateOf } from "../../lib/dates.ts";
import { useDraft } from "../../lib/draft.ts";
import { useRead } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { now } from "../../ports/clock.ts";
import { PageError } from "../../shell/page-error.tsx";
import { Button, ButtonLink, Link } from "../../ui/button.tsx";
import { EmptyState, Loading, Note, Skeleton, SkeletonText } from "../../ui/feedback.tsx";
import { Panel, useTitle } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { DateOn } from "../../ui/value.tsx";
import { briefOf } from "./brief-summary.tsx";
import { type Claim, findClaim } from "./claims.ts";
import { GuestQuoteFiles, QuoteFiles } from "./files/doors.tsx";
import { DownloadQuote } from "./files/print-quote.tsx";
import { quoteDraft } from "./quote-draft.ts";
import { formOf } from "./quote-form.ts";
import { Assumptions, PriceBreaks } from "./quote-notes.tsx";
import { MakingPanels, PricePanels } from "./quote-panels.tsx";

const POLL_MS = 3_000;
/** How long after the quote the commentary is waited for; it is written in seconds or not at all. */
const AWAITED_MS = 90_000;

const mayComment = (quote: QuoteView | undefined): boolean =>
  quote !== undefined && quote.analysis === undefined && now().getTime() - new Date(quote.createdAt).getTime() < AWAITED_MS;

/** Reads the quote by the secret of this device, or by the account; asks again while the commentary may still come. */
function useQuote(quoteId: string) {
  const { signedIn } = useSession();
  const [held] = useState(() => findClaim(quoteId));
  const [waiting, setWaiting] = useState(false);
  const every = waiting ? POLL_MS : false;
  const params = { params: { quoteId } };
  const byClaim = useRead(getGuestQuote, params, { enabled: held !== undefined, credentials: { "x-claim": held?.claim ?? "" }, every });
  const byAccount = useRead(getQuote, params, { enabled: held === undefined && signedIn, every });
  const read = held ? byClaim : byAccount;
  const awaited = mayComment(read.data);
  if (awaited !== waiting) setWaiting(awaited);
  return { read, awaited, held, readable: held !== undefined || signedIn };
}

/** One quote: every line, the lead time, what it assumes, and the way to accept it. */
export function QuoteResult({ quoteId }: { readonly quoteId: string }) {
  const { read, awaited, held, readable } = useQuote(quoteId);
  if (!readable) return <Elsewhere quoteId={quoteId} />;
  if (read.data) return <Quote quote={read.data} awaited={awaited} held={held} />;
  return read.error ? <PageError error={read.error} onRetry={() => void read.refetch()} /> : <ResultSkeleton />;
}

const Elsewhere = ({ quoteId }: { readonly quoteId: string }) => (
  <>
    <h1 tabIndex={-1} className="mb-6 font-serif text-display font-semibold tracking-tight">
      This quote is not on this device
    </h1>
    <EmptyState
      title="A guest's quote opens where it was made"
      action={<ButtonLink to={`/sign-in?next=${encodeURIComponent(`/quote?id=${quoteId}`)}`}>Sign in to open it</ButtonLink>}
    >
      It is kept for whoever proved the address. Sign in, or create an account with that address: the quote is there.
    </EmptyState>
  </>
);

const ResultSkeleton = () => (
  <Loading label="Loading the quote" className="flex flex-col gap-8">
    <Skeleton className="h-12 w-80 max-w-full" />
    <SkeletonText lines={8} />
    <SkeletonText lines={6} />
  </Loading>
);

type QuoteProps = { readonly quote: QuoteView; readonly awaited: boolean; readonly held: Claim | undefined };

function Quote({ quote, awaited, held }: QuoteProps) {
  const { priced } = quote;
  const title = useRef<HTMLHeadingElement>(null);
  const canChange = quote.status !== "accepted";
  useTitle(`Quote for ${quote.title}`);
  // The form gave way to the quote without a change of page: the reader is taken along.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 ref={title} tabIndex={-1} className="font-serif text-display font-semibold tracking-tight">
            {quote.title}
          </h1>
          <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
            <State quote={quote} />
            <span>
              Valid until <DateOn on={quote.validUntil.slice(0, 10)} />, {priced.validDays} days from{" "}
              <DateOn on={dateOf(new Date(quote.createdAt))} />
            </span>
          </p>
        </div>
        <Actions quote={quote} held={held} />
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <PricePanels quote={quote} awaited={awaited} canChange={canChange} />
          <Panel title="What this price assumes">
            <Assumptions priced={priced} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <MakingPanels quote={quote} />
          {held ? <GuestQuoteFiles quote={quote} claim={held.claim} /> : <QuoteFiles quote={quote} />}
          <Panel title="Other quantities">
            <PriceBreaks priced={priced} />
          </Panel>
        </div>
      </div>
      {held ? <Keep email={held.email} /> : null}
    </>
  );
}

const Keep = ({ email }: { readonly email: string }) => (
  <div data-print="none" className="mt-8">
    <Note>
      This quote opens on this device. To have it everywhere, create an account with <span className="font-medium">{email}</span>; it moves there by
      itself.
    </Note>
  </div>
);

function State({ quote }: { readonly quote: QuoteView }) {
  if (quote.isExpired) return <Status tone="late">Expired</Status>;
  if (quote.status === "accepted") return <Status tone="done">Accepted</Status>;
  if (quote.status === "declined") return <Status tone="neutral">Declined</Status>;
  return <Status tone="active">Open</Status>;
}

/** Accepting binds an organisation, so it happens signed in; a guest signs up first and finds the quote there. */
function AcceptLink({ quote, email }: { readonly quote: QuoteView; readonly email: string | undefined }) {
  const { signedIn } = useSession();
  if (quote.isExpired || quote.status === "accepted" || quote.status === "declined") return null;
  const at = `/app/quotes/${quote.quoteId}`;
  return signedIn ? (
    <ButtonLink to={at} variant="primary">
      Accept
    </ButtonLink>
  ) : (
    <ButtonLink to={`/sign-up?next=${encodeURIComponent(at)}`} state={{ email }} variant="primary">
      Accept
    </ButtonLink>
  );
}

/** What can be done with the quote. */
function Actions({ quote, held }: { readonly quote: QuoteView; readonly held: Claim | undefined }) {
  return (
    <div data-print="none" className="flex flex-wrap gap-2">
      <Change quote={quote} />
      <Button onClick={() => window.print()}>
        <Printer size={16} aria-hidden="true" /> Print
      </Button>
      {quote.status === "in_review" ? null : <DownloadQuote quoteId={quote.quoteId} claim={held?.claim} />}
      <AcceptLink quote={quote} email={held?.email} />
      {quote.orderId ? <Link to={`/app/orders/${quote.orderId}`}>Order {quote.orderNumber}</Link> : null}
    </div>
  );
}

/** Puts the brief back into the form: a changed brief is a new quote, this one stays as it is. */
function Change({ quote }: { readonly quote: QuoteView }) {
  const navigate = useNavigate();
  const { value, save } = useDraft(quoteDraft);
  const brief = briefOf(quote.brief);
  if (!brief) return null;
  const change = () => {
    save({ ...value, form: formOf(brief) });
    void navigate("/quote?step=extras");
  };
  return (
    <Button variant="quiet" onClick={change}>
      Change the brief
    </Button>
  );
}
