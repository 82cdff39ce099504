import { getTerms } from "@sleekapp/contracts/content";
import { listOrders } from "@sleekapp/contracts/order";
import { acceptQuote, getQuote, listQuotes } from "@sleekapp/contracts/quote";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { useNavigate } from "react-router";
import { formatMoney } from "../../../lib/money.ts";
import { useCommand, useRead } from "../../../lib/query.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../../ui/error-panel.tsx";
import { Loading, Note, SkeletonText } from "../../../ui/feedback.tsx";
import { Buying } from "../../spending/buying.tsx";
import { AddressFieldset } from "./address-fieldset.tsx";
import { useOrdering } from "./ordering.ts";
import { refusalOf } from "./refusal.ts";
import { TermsOfSale } from "./terms-of-sale.tsx";

type AcceptFormProps = { readonly quote: QuoteView; readonly onReread: () => void };

/** The address and the agreement that make the revision on this page an order. The deposit is the next page. */
export function AcceptForm({ quote, onReread }: AcceptFormProps) {
  const terms = useRead(getTerms, {});
  if (terms.error && !terms.data) return <ErrorPanel error={terms.error} title="The terms could not be read" onRetry={() => void terms.refetch()} />;
  if (!terms.data) {
    return (
      <Loading label="Loading the terms">
        <SkeletonText lines={5} />
      </Loading>
    );
  }
  const rereadTerms = () => void terms.refetch();
  return <Accepting quote={quote} terms={terms.data} onReread={(what) => (what === "terms" ? rereadTerms() : onReread())} />;
}

type AcceptingProps = {
  readonly quote: QuoteView;
  readonly terms: { readonly version: string; readonly hash: string; readonly text: string };
  readonly onReread: (what: "quote" | "terms") => void;
};

function useAccept({ quote, terms, onReread }: AcceptingProps) {
  const navigate = useNavigate();
  const accept = useCommand(acceptQuote, {
    refresh: [getQuote, listQuotes, listOrders],
    onSuccess: ({ orderId }) => void navigate(`/app/orders/${orderId}/pay?for=deposit`),
  });
  const ordering = useOrdering(terms.version, (ordered) =>
    accept.mutate(
      { params: { quoteId: quote.quoteId }, body: { revision: quote.revision, ...ordered } },
      {
        onError: (error) => {
          const refusal = refusalOf(error);
          if (refusal) onReread(refusal.reread);
        },
      },
    ),
  );
  return { accept, ...ordering };
}

function Accepting(props: AcceptingProps) {
  const { quote, terms } = props;
  const { accept, submit, keep, register, errors, isAgreed, agree, po, error } = useAccept(props);
  const subject = { kind: "quote", quoteId: quote.quoteId, revision: quote.revision } as const;
  const refusal = refusalOf(accept.error);
  return (
    <form noValidate className="flex flex-col gap-5" onChange={keep} onSubmit={submit}>
      <AddressFieldset register={register} errors={errors} />
      {refusal ? (
        <div role="alert">
          <Note tone="waiting">
            <p className="font-medium">{refusal.title}</p>
            <p className="mt-1 text-ink-2">{refusal.text}</p>
          </Note>
        </div>
      ) : null}
      <TermsOfSale terms={terms} isAccepted={isAgreed} onChange={agree} error={error} />
      {refusal ? null : <FormError error={accept.error} />}
      <Buying subject={subject} amount={quote.total} family={quote.priced.family} po={po} error={accept.error}>
        <Button type="submit" variant="primary" size="large" busy={accept.isPending || accept.isSuccess}>
          Accept revision {quote.revision} for {formatMoney(quote.total)}
        </Button>
      </Buying>
      <p className="text-small text-ink-3">
        Accepting makes this an order. Work begins when the deposit of <span className="tnum">{formatMoney(quote.deposit)}</span> is paid, on the next
        page.
      </p>
    </form>
  );
}
