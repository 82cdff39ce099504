import { cancelRfq, getRfq } from "@sleekapp/contracts/rfq";
import type { PartyView, RfqView } from "@sleekapp/core/rfq/view";
import { useState } from "react";
import { useMe } from "../../lib/me.ts";
import { formatCount } from "../../lib/money.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { Button, Link } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState, Note } from "../../ui/feedback.tsx";
import { PageHeader, Panel, useTitle } from "../../ui/page-header.tsx";
import { DateOn, TimeAt } from "../../ui/value.tsx";
import { BriefSummary, briefOf } from "../quote/brief-summary.tsx";
import { AwardSheet } from "./award-sheet.tsx";
import { BidTable } from "./bid-table.tsx";
import { CounterSheet } from "./counter-sheet.tsx";
import { InviteSupplier } from "./invite-supplier.tsx";
import { rfqReads } from "./reads.ts";
import { referenceOfRfq, RfqStatus } from "./rfq-status.tsx";
import { Rounds } from "./rounds.tsx";

type Reader = "buyer" | "admin";

/** A request for bids as its buyer or the platform reads it. */
export function RfqPage({ rfqId, reader }: { readonly rfqId: string; readonly reader: Reader }) {
  const rfq = useRead(getRfq, { params: { rfqId } }, { live: true });
  if (rfq.data) return <Request rfq={rfq.data} reader={reader} />;
  return rfq.error ? <PageError error={rfq.error} onRetry={() => void rfq.refetch()} /> : <PageSkeleton />;
}

type Answering = { readonly what: "counter" | "award"; readonly supplierId: string };

const parents = {
  admin: { label: "Quotes", to: "/admin/quotes?tab=requests" },
  buyer: { label: "Requests", to: "/app/quotes?tab=requests" },
} as const;

function Request({ rfq, reader }: { readonly rfq: RfqView; readonly reader: Reader }) {
  const { data: me } = useMe();
  const brief = briefOf(rfq.brief);
  const mayAct = reader === "buyer" && me?.memberKind !== "viewer" && rfq.status === "open";
  useTitle(`Bids ${referenceOfRfq(rfq)}, ${rfq.title}`);
  return (
    <>
      <PageHeader title={rfq.title} parent={parents[reader]} status={<RfqStatus rfq={rfq} />}>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <span>
            Asked <TimeAt at={rfq.createdAt} />
          </span>
          <span>{formatCount(rfq.invited)} suppliers</span>
          <span>
            Bids until <DateOn on={rfq.respondBy.slice(0, 10)} />
          </span>
        </p>
      </PageHeader>
      <div className="flex flex-col gap-6">
        <Outcome rfq={rfq} />
        <Bids rfq={rfq} mayAct={mayAct} />
        {reader === "admin" && rfq.takesBids ? <InviteSupplier rfq={rfq} /> : null}
        <Negotiations parties={rfq.parties} />
        {brief ? (
          <Panel title="What was asked">
            <BriefSummary brief={brief} />
            <p className="mt-3 text-ink-2">{sentAlong(rfq.files)}</p>
          </Panel>
        ) : null}
        {mayAct ? <CallOff rfq={rfq} /> : null}
      </div>
    </>
  );
}

/** What the buyer chose when the request was sent. */
const sentAlong = (files: number): string =>
  files === 0
    ? "No files went along."
    : `${formatCount(files)} ${files === 1 ? "file" : "files"} went along; suppliers in this request can open ${files === 1 ? "it" : "them"}.`;

/** The bids side by side, with what the buyer can do about each. */
function Bids({ rfq, mayAct }: { readonly rfq: RfqView; readonly mayAct: boolean }) {
  const [answering, setAnswering] = useState<Answering | undefined>(undefined);
  const answer = (party: PartyView) =>
    mayAct ? <Answers party={party} onAnswer={(what) => setAnswering({ what, supplierId: party.supplierId })} /> : "–";
  return (
    <Panel title="Bids" flush>
      {rfq.parties.length === 0 ? (
        <div className="p-5">
          <EmptyState title="No supplier fits by itself">We look for one by hand and ask it here.</EmptyState>
        </div>
      ) : (
        <BidTable rfq={rfq} actions={answer} />
      )}
      {answering ? <AnswerSheet rfq={rfq} answering={answering} onClose={() => setAnswering(undefined)} /> : null}
    </Panel>
  );
}

type AnswerProps = { readonly rfq: RfqView; readonly answering: Answering; readonly onClose: () => void };

function AnswerSheet({ rfq, answering: { what, supplierId }, onClose }: AnswerProps) {
  const party = rfq.parties.find((one) => one.supplierId === supplierId);
  if (!party?.bid) return null;
  return what === "counter" ? (
    <CounterSheet rfq={rfq} party={party} onClose={onClose} />
  ) : (
    <AwardSheet rfq={rfq} party={party} bid={party.bid} onClose={onClose} />
  );
}

function Outcome({ rfq: { orderId, orderNumber, status } }: { readonly rfq: RfqView }) {
  if (status === "cancelled") return <Note>You called this request off. It is kept as it was.</Note>;
  if (status !== "awarded" || !orderId) return null;
  return (
    <Note tone="done">
      <p className="font-medium">This request became an order</p>
      <p className="tnum mt-1">
        <Link to={`/app/orders/${orderId}`}>Order {orderNumber}</Link>
      </p>
    </Note>
  );
}

/** What a buyer can do about one bid now, or why nothing. */
function Answers({ party, onAnswer }: { readonly party: PartyView; readonly onAnswer: (what: Answering["what"]) => void }) {
  const { state, bid, turn, supplierName } = party;
  if (state !== "bidding" || !bid) return <>–</>;
  if (turn === "supplier") return <span className="text-small text-ink-2">Waits for the supplier's answer.</span>;
  return (
    <span className="flex flex-col items-start gap-2">
      {bid.isExpired ? null : (
        <Button size="small" variant="primary" aria-label={`Order from ${supplierName}`} onClick={() => onAnswer("award")}>
          Order
        </Button>
      )}
      <Button size="small" aria-label={`Counter-offer to ${supplierName}`} onClick={() => onAnswer("counter")}>
        Counter-offer
      </Button>
    </span>
  );
}

function Negotiations({ parties }: { readonly parties: readonly PartyView[] }) {
  const spoken = parties.filter(({ rounds }) => rounds.length > 1);
  if (spoken.length === 0) return null;
  return (
    <Panel title="Negotiations">
      <div className="flex flex-col gap-5">
        {spoken.map(({ supplierId, supplierName, rounds }) => (
          <section key={supplierId} aria-label={supplierName}>
            <h3 className="font-semibold">{supplierName}</h3>
            <Rounds rounds={rounds} reader="buyer" label={`Bids and counter-offers with ${supplierName}`} />
          </section>
        ))}
      </div>
    </Panel>
  );
}

function CallOff({ rfq: { rfqId, version } }: { readonly rfq: RfqView }) {
  const [asking, setAsking] = useState(false);
  const cancel = useCommand(cancelRfq, { refresh: rfqReads });
  return (
    <>
      <Button variant="quiet" className="-ml-4 self-start" onClick={() => setAsking(true)}>
        Call the request off
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Call the request off"
        consequence="Every supplier is told, and nothing can be ordered of it any more."
        action="Call it off"
        danger
        onConfirm={() => cancel.mutateAsync({ params: { rfqId }, body: { version } })}
      />
    </>
  );
}
