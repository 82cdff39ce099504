import { getRequest, passRequest, takeCounter } from "@sleekapp/contracts/rfq";
import type { BidView, RequestView } from "@sleekapp/core/rfq/view";
import { useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { PageHeader, Panel, useTitle } from "../../ui/page-header.tsx";
import { Amount, DateOn, Facts, TimeAt } from "../../ui/value.tsx";
import { BriefSummary, briefOf } from "../quote/brief-summary.tsx";
import { RequestFiles } from "../quote/files/maker-files.tsx";
import { BidSheet } from "./bid-form.tsx";
import { requestReads } from "./reads.ts";
import { referenceOfRfq, RequestStatus } from "./rfq-status.tsx";
import { Rounds } from "./rounds.tsx";

/** What a supplier was asked to bid for, and its own bid. */
export function RequestPage({ rfqId }: { readonly rfqId: string }) {
  const request = useRead(getRequest, { params: { rfqId } }, { live: true });
  if (request.data) return <Request request={request.data} />;
  return request.error ? <PageError error={request.error} onRetry={() => void request.refetch()} /> : <PageSkeleton />;
}

function Request({ request }: { readonly request: RequestView }) {
  const brief = briefOf(request.brief);
  useTitle(`Request ${referenceOfRfq(request)}, ${request.title}`);
  return (
    <>
      <PageHeader title={request.title} parent={{ label: "Requests", to: "/app/quotes" }} status={<RequestStatus request={request} />}>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <span>
            Asked <TimeAt at={request.createdAt} />
          </span>
          <span>
            First bids until <DateOn on={request.respondBy.slice(0, 10)} />
          </span>
        </p>
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {brief ? (
            <Panel title="What is wanted">
              <BriefSummary brief={brief} />
            </Panel>
          ) : null}
          {request.files > 0 && endings[request.state] === undefined ? <RequestFiles rfqId={request.rfqId} /> : null}
          {request.rounds.length > 0 ? (
            <Panel title="What was said">
              <Rounds rounds={request.rounds} reader="supplier" label="Bids and counter-offers" />
            </Panel>
          ) : null}
        </div>
        <div className="flex flex-col gap-6 lg:sticky lg:top-20">
          <Counter request={request} />
          <OwnBid request={request} />
        </div>
      </div>
    </>
  );
}

/** The buyer's counter-offer, to be taken as it is or answered with another bid. */
function Counter({ request: { rfqId, counter } }: { readonly request: RequestView }) {
  const take = useCommand(takeCounter, { refresh: requestReads });
  if (!counter) return null;
  return (
    <Panel title="Counter-offer">
      <div className="flex flex-col gap-3">
        <Facts
          className="tnum"
          facts={[
            { label: "You get a piece", value: <Amount money={counter.unitPrice} strong /> },
            { label: "In all", value: <Amount money={counter.total} /> },
            { label: "Ready after", value: `${formatCount(counter.leadDays)} days` },
            { label: "Waits until", value: <TimeAt at={counter.until} /> },
          ]}
        />
        {counter.note === undefined ? null : <p className="whitespace-pre-line wrap-anywhere">{counter.note}</p>}
        {take.error ? <ErrorPanel error={take.error} /> : null}
        <Button
          variant="primary"
          className="self-start"
          busy={take.isPending}
          onClick={() => take.mutate({ params: { rfqId }, body: { round: counter.round } })}
        >
          Take the counter-offer
        </Button>
      </div>
    </Panel>
  );
}

const endings: Readonly<Partial<Record<RequestView["state"], string>>> = {
  awarded: "Your bid was taken. The order is offered to you as soon as its deposit is paid.",
  lost: "The request went to another supplier.",
  closed: "The buyer called the request off.",
};

function OwnBid({ request }: { readonly request: RequestView }) {
  const { state, bid, takesBids, rounds } = request;
  const ending = endings[state];
  if (ending) return <Note tone={state === "awarded" ? "done" : "info"}>{ending}</Note>;
  const mayBid = takesBids || rounds.length > 0;
  return (
    <Panel title="Your bid">
      <div className="flex flex-col gap-3">
        {bid ? (
          <BidFacts bid={bid} />
        ) : (
          <p className="text-ink-2">{mayBid ? "You have made no bid so far." : "The last day for a first bid has passed."}</p>
        )}
        {mayBid ? <Bidding request={request} /> : null}
        {state === "passed" ? null : <Pass request={request} />}
      </div>
    </Panel>
  );
}

const BidFacts = ({ bid }: { readonly bid: BidView }) => (
  <Facts
    className="tnum"
    facts={[
      { label: "You get a piece", value: <Amount money={bid.unitPrice} strong /> },
      { label: "In all", value: <Amount money={bid.total} /> },
      { label: "Ready after", value: `${formatCount(bid.leadDays)} days` },
      { label: "Smallest run", value: `${formatCount(bid.moq)} pieces` },
      { label: "Valid until", value: <DateOn on={bid.validUntilOn} /> },
    ]}
  />
);

function Bidding({ request }: { readonly request: RequestView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant={request.bid ? "secondary" : "primary"} className="self-start" onClick={() => setOpen(true)}>
        {request.bid ? "Make another bid" : "Make a bid"}
      </Button>
      {isOpen ? <BidSheet request={request} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Pass({ request: { rfqId, rounds } }: { readonly request: RequestView }) {
  const [asking, setAsking] = useState(false);
  const pass = useCommand(passRequest, { refresh: requestReads });
  return (
    <>
      <Button variant="quiet" size="small" className="-ml-3 self-start" onClick={() => setAsking(true)}>
        {rounds.length === 0 ? "Make no bid" : "Take the bid back"}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={rounds.length === 0 ? "Make no bid" : "Take the bid back"}
        consequence="The buyer is told. You can bid after all as long as the request is open."
        action={rounds.length === 0 ? "Make no bid" : "Take it back"}
        onConfirm={() => pass.mutateAsync({ params: { rfqId }, body: { rounds: rounds.length } })}
      />
    </>
  );
}
