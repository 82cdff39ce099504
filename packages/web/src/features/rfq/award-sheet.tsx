import { getTerms } from "@sleekapp/contracts/content";
import { listOrders } from "@sleekapp/contracts/order";
import { awardRfq } from "@sleekapp/contracts/rfq";
import { familyOf } from "@sleekapp/core/garment/model";
import type { BidView, PartyView, RfqView } from "@sleekapp/core/rfq/view";
import { useNavigate } from "react-router";
import { formatMoney } from "../../lib/money.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { AddressFieldset } from "../quote/answer/address-fieldset.tsx";
import { useOrdering } from "../quote/answer/ordering.ts";
import { TermsOfSale } from "../quote/answer/terms-of-sale.tsx";
import { Buying } from "../spending/buying.tsx";
import { rfqReads } from "./reads.ts";

type SheetProps = { readonly rfq: RfqView; readonly party: PartyView; readonly bid: BidView; readonly onClose: () => void };

/** The buyer takes a bid: where the goods go, the agreement, and the order is there. */
export function AwardSheet({ rfq, party, bid, onClose }: SheetProps) {
  const terms = useRead(getTerms, {});
  const { award, ...fields } = useAward({ rfqId: rfq.rfqId, supplierId: party.supplierId, round: bid.round }, terms.data?.version);
  return (
    <Sheet
      open
      onClose={onClose}
      title={`Order from ${party.supplierName}`}
      description={`${formatMoney(bid.total)} in all, ready after ${bid.leadDays} days. The other suppliers are told that it went to another.`}
      actions={<Button onClick={onClose}>Cancel</Button>}
    >
      <form noValidate className="flex flex-col gap-5" onChange={fields.keep} onSubmit={fields.submit}>
        <AddressFieldset register={fields.register} errors={fields.errors} />
        {terms.data ? (
          <TermsOfSale terms={terms.data} isAccepted={fields.isAgreed} onChange={fields.agree} error={fields.error} />
        ) : terms.error ? (
          <ErrorPanel error={terms.error} title="The terms could not be read" onRetry={() => void terms.refetch()} />
        ) : (
          <Loading label="Loading the terms">
            <SkeletonText lines={3} />
          </Loading>
        )}
        <FormError error={award.error} />
        <Buying
          subject={{ kind: "rfq", rfqId: rfq.rfqId, supplierId: party.supplierId, round: bid.round }}
          amount={bid.total}
          family={familyOf(rfq.brief.garmentType)}
          po={fields.po}
          error={award.error}
        >
          <Button type="submit" variant="primary" busy={award.isPending || award.isSuccess} disabled={!terms.data}>
            Order for {formatMoney(bid.total)}
          </Button>
        </Buying>
      </form>
    </Sheet>
  );
}

type Taken = { readonly rfqId: string; readonly supplierId: string; readonly round: number };

function useAward({ rfqId, ...taken }: Taken, version: string | undefined) {
  const navigate = useNavigate();
  const award = useCommand(awardRfq, {
    refresh: [...rfqReads, listOrders],
    onSuccess: ({ orderId }) => void navigate(`/app/orders/${orderId}/pay?for=deposit`),
  });
  return { award, ...useOrdering(version, (ordered) => award.mutate({ params: { rfqId }, body: { ...taken, ...ordered } })) };
}
