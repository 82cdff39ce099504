import { getQuote } from "@sleekapp/contracts/quote";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { useState } from "react";
import { useParams } from "react-router";
import { AnswerPanel } from "../../features/quote/answer/answer-panel.tsx";
import { QuoteFiles } from "../../features/quote/files/doors.tsx";
import { DownloadQuote } from "../../features/quote/files/print-quote.tsx";
import { QuoteDesign } from "../../features/design/shown-design.tsx";
import { Assumptions, PriceBreaks } from "../../features/quote/quote-notes.tsx";
import { MakingPanels, PricePanels } from "../../features/quote/quote-panels.tsx";
import { QuoteStatus, Validity, referenceOf } from "../../features/quote/quote-status.tsx";
import { QuoteQuestions } from "../../features/quote/quote-questions.tsx";
import { ReviewPanel } from "../../features/quote/review/review-panel.tsx";
import { RoutesPanel } from "../../features/quote/routes-panel.tsx";
import { RevisionPanel } from "../../features/quote/revision-table.tsx";
import { ShareQuote } from "../../features/quote/share-quote.tsx";
import { AskForBids } from "../../features/rfq/open-rfq.tsx";
import { RequestPage } from "../../features/rfq/request-view.tsx";
import { RfqPage } from "../../features/rfq/rfq-view.tsx";
import { BenchmarkPanel } from "../../features/market/benchmark-panel.tsx";
import { roleOf, useMe } from "../../lib/me.ts";
import { useRead } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { Note } from "../../ui/feedback.tsx";
import { PageHeader, Panel, useTitle } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";

const POLL_MS = 3_000;
/** How long after the quote its commentary is waited for; it is written in seconds or not at all. */
const AWAITED_MS = 90_000;

const awaits = (quote: QuoteView | undefined): boolean =>
  quote !== undefined && quote.analysis === undefined && now().getTime() - new Date(quote.createdAt).getTime() < AWAITED_MS;

/** A quote, or a request for bids as the reader's side of it: the id says which. */
export function Page() {
  const { id = "" } = useParams();
  const { data: me } = useMe();
  if (!me) return <PageSkeleton />;
  const role = roleOf(me);
  if (!id.startsWith("rfq_")) return <QuotePage id={id} />;
  return role === "supplier" ? <RequestPage rfqId={id} /> : <RfqPage rfqId={id} reader={role === "admin" ? "admin" : "buyer"} />;
}

/** One quote with everything behind its price, and the way to accept or decline it. */
function QuotePage({ id }: { readonly id: string }) {
  const [isAwaited, setAwaited] = useState(false);
  const quote = useRead(getQuote, { params: { quoteId: id } }, { every: isAwaited ? POLL_MS : false });
  const awaited = awaits(quote.data);
  if (awaited !== isAwaited) setAwaited(awaited);
  if (quote.data) return <Quote quote={quote.data} awaited={awaited} onReread={() => void quote.refetch()} />;
  return quote.error ? <PageError error={quote.error} onRetry={() => void quote.refetch()} /> : <PageSkeleton />;
}

type QuoteProps = { readonly quote: QuoteView; readonly awaited: boolean; readonly onReread: () => void };

function Quote({ quote, awaited, onReread }: QuoteProps) {
  const { priced } = quote;
  const { data: me } = useMe();
  const isAdmin = me !== undefined && roleOf(me) === "admin";
  const canChange = !isAdmin && quote.status !== "accepted";
  useTitle(`Quote ${referenceOf(quote)}, ${quote.title}`);
  return (
    <>
      <PageHeader
        title={quote.title}
        parent={{ label: "Quotes", to: isAdmin ? "/admin/quotes" : "/app/quotes" }}
        status={<QuoteStatus quote={quote} />}
      >
        <p className="tnum flex flex-wrap gap-x-4 gap-y-1">
          <span>{referenceOf(quote)}</span>
          <span>Revision {quote.revision}</span>
          <span>
            Priced <TimeAt at={quote.createdAt} />
          </span>
          <Validity quote={quote} />
        </p>
        {quote.status === "in_review" ? null : (
          <div className="mt-3">
            <DownloadQuote quoteId={quote.quoteId} />
          </div>
        )}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {quote.note ? <Note tone="info">{quote.note}</Note> : null}
          <PricePanels quote={quote} awaited={awaited} canChange={canChange} />
          <MakingPanels quote={quote} />
          <Panel title="What this price assumes">
            <Assumptions priced={priced} />
          </Panel>
          <Panel title="Other quantities">
            <PriceBreaks priced={priced} />
          </Panel>
          <QuoteFiles quote={quote} />
          <BenchmarkPanel garmentType={quote.brief.garmentType} quantity={quote.quantity} />
          <RevisionPanel quoteId={quote.quoteId} revision={quote.revision} />
          <QuoteQuestions quoteId={quote.quoteId} />
        </div>
        <Side quote={quote} isAdmin={isAdmin} mayAct={me !== undefined && me.memberKind !== "viewer"} onReread={onReread} />
      </div>
    </>
  );
}

type SideProps = Pick<QuoteProps, "quote" | "onReread"> & { readonly isAdmin: boolean; readonly mayAct: boolean };

/** What whoever looks at the quote can do with it: administrators see what it costs and review it, buyers answer, ask for bids and share. */
const Side = ({ quote, isAdmin, mayAct, onReread }: SideProps) => (
  <div className="flex flex-col gap-6 lg:sticky lg:top-20">
    {isAdmin ? (
      <>
        {quote.isOffered ? null : <RoutesPanel quoteId={quote.quoteId} />}
        <ReviewPanel quote={quote} />
        <QuoteDesign quote={quote} mayAct={false} />
      </>
    ) : (
      <>
        <AnswerPanel quote={quote} onReread={onReread} />
        <QuoteDesign quote={quote} mayAct={mayAct} />
        <AskForBids quote={quote} />
        <ShareQuote quote={quote} />
      </>
    )}
  </div>
);
