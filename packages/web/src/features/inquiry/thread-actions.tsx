import { convertInquiry, declineInquiry } from "@sleekapp/contracts/inquiry";
import { listQuotes } from "@sleekapp/contracts/quote";
import type { InquiryView, MessageView } from "@sleekapp/core/inquiry/view";
import { useState } from "react";
import { useNavigate } from "react-router";
import { formatMoney } from "../../lib/money.ts";
import { useCommand } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { OfferSheet } from "./offer-form.tsx";
import { threadReads } from "./reads.ts";
import { WriteForm } from "./write-form.tsx";

type Current = MessageView & { readonly offer: NonNullable<MessageView["offer"]> };

const currentOffer = ({ messages }: InquiryView): Current | undefined =>
  messages.flatMap((one) => (one.offer?.isCurrent ? [{ ...one, offer: one.offer }] : []))[0];

/** The buyer takes the offer that stands: it becomes a quote, which is accepted or not like any other. */
function TakeOffer({ inquiryId, current: { messageId, offer } }: { readonly inquiryId: string; readonly current: Current }) {
  const navigate = useNavigate();
  const take = useCommand(convertInquiry, {
    refresh: [...threadReads, listQuotes],
    onSuccess: ({ quoteId }) => void navigate(`/app/quotes/${quoteId}`),
  });
  if (offer.isExpired) return <Note tone="late">The offer has expired. Write to the supplier if you want another one.</Note>;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">A quote over {formatMoney(offer.total)} is made of it. Nothing is ordered before you accept the quote.</p>
      {take.error ? <ErrorPanel error={take.error} /> : null}
      <Button
        variant="primary"
        busy={take.isPending}
        onClick={() => take.mutate({ params: { inquiryId }, body: { offerId: messageId } })}
        className="self-start"
      >
        Make it a quote
      </Button>
    </div>
  );
}

/** Ends the thread for both sides, with a word that the other side reads or without. */
function EndThread({ inquiryId }: { readonly inquiryId: string }) {
  const [asking, setAsking] = useState(false);
  const decline = useCommand(declineInquiry, { refresh: threadReads });
  const end = (text: string) => decline.mutateAsync({ params: { inquiryId }, body: text.length > 1 ? { text } : {} });
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setAsking(true)} className="self-start">
        End the inquiry
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="End the inquiry"
        consequence="Neither side can write or make an offer in it any more."
        action="End it"
        danger
        reason={{ label: "Last word (optional)", hint: "The other side reads it." }}
        onConfirm={end}
      />
    </>
  );
}

function Ended({ inquiry: { status, quoteId } }: { readonly inquiry: InquiryView }) {
  if (status === "declined") return <Note>This inquiry has ended. What was said is kept.</Note>;
  return (
    <Note tone="done">
      <p>{quoteId === undefined ? "The buyer has taken the offer." : "You made a quote of the offer."}</p>
      {quoteId === undefined ? null : (
        <p className="mt-2">
          <Link to={`/app/quotes/${quoteId}`}>Open the quote</Link>
        </p>
      )}
    </Note>
  );
}

/** What the reader can do in a thread, by whose it is and where it stands. */
export function ThreadActions({ inquiry, mayWrite }: { readonly inquiry: InquiryView; readonly mayWrite: boolean }) {
  const [offering, setOffering] = useState(false);
  const { inquiryId, status, viewer } = inquiry;
  if (status === "converted" || status === "declined") return <Ended inquiry={inquiry} />;
  if (!mayWrite) return <Note>Your seat may read this thread. An owner, member or manager of your organisation answers in it.</Note>;
  const current = currentOffer(inquiry);
  return (
    <div className="flex flex-col gap-6">
      {viewer === "buyer" && current ? (
        <Panel title="The offer">
          <TakeOffer inquiryId={inquiryId} current={current} />
        </Panel>
      ) : null}
      {viewer === "supplier" ? (
        <Button variant="primary" onClick={() => setOffering(true)} className="self-start">
          {current ? "Make another offer" : "Make an offer"}
        </Button>
      ) : null}
      <WriteForm inquiryId={inquiryId} />
      <EndThread inquiryId={inquiryId} />
      {offering ? <OfferSheet inquiry={inquiry} onClose={() => setOffering(false)} /> : null}
    </div>
  );
}
