import { getTerms } from "@sleekapp/contracts/content";
import { listOrders } from "@sleekapp/contracts/order";
import { awardRfq } from "@sleekapp/contracts/rfq";
import { familyOf } from "@sleekapp/core/garment/model";
import type { BidView, PartyView, RfqView } from "@sleekapp/core/rfq/view";
import { type FormEvent, useState } from "react";
import { useForm } from "react-hook-form";
import { useNavigate } from "react-router";
import { useDraft } from "../../lib/draft.ts";
import { formatMoney } from "../../lib/money.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { AddressFieldset } from "../quote/answer/address-fieldset.tsx";
import { type AddressFields, addressOf, noAddress, restoredAddress } from "../quote/answer/address.ts";
import { TermsOfSale } from "../quote/answer/terms-of-sale.tsx";
import { Buying } from "../spending/buying.tsx";
import { numbered } from "../spending/po-number.ts";
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

/** The address and the agreement to one version of the terms: another version has not been agreed to. */
function useAward({ rfqId, ...taken }: Taken, version: string | undefined) {
  const navigate = useNavigate();
  const draft = useDraft<AddressFields>({ key: "ship-to", initial: noAddress, parse: restoredAddress, keep: "device" });
  const form = useForm<AddressFields>({ defaultValues: draft.value });
  const [agreed, setAgreed] = useState<string | undefined>(undefined);
  const [asked, setAsked] = useState(false);
  const [poNumber, setPoNumber] = useState("");
  const award = useCommand(awardRfq, {
    refresh: [...rfqReads, listOrders],
    onSuccess: ({ orderId }) => void navigate(`/app/orders/${orderId}/pay?for=deposit`),
  });
  const isAgreed = version !== undefined && agreed === version;
  const send = (fields: AddressFields) => {
    if (!isAgreed) return;
    award.mutate({ params: { rfqId }, body: { ...taken, shippingAddress: addressOf(fields), termsVersion: version, ...numbered(poNumber) } });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    void form.handleSubmit(send)();
  };
  return {
    award,
    submit,
    isAgreed,
    keep: () => draft.save(form.getValues()),
    agree: (yes: boolean) => setAgreed(yes ? version : undefined),
    po: { value: poNumber, onChange: setPoNumber },
    register: form.register,
    errors: form.formState.errors,
    error: asked && !isAgreed ? "The order needs your agreement to the terms." : undefined,
  };
}
