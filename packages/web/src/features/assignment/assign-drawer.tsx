import { listCandidates, offerOrder } from "@sleekapp/contracts/order";
import { usd } from "@sleekapp/core/kernel/money";
import { type FormEvent, useState } from "react";
import * as z from "zod";
import { useDraft } from "../../lib/draft.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Field } from "../../ui/field.tsx";
import { MoneyInput } from "../../ui/number-inputs.tsx";
import { orderReads } from "../order/reads.ts";
import { BlockedCandidates, CandidateChoice, type Sourcing } from "./candidate-choice.tsx";
import { MarginLine } from "./margin-line.tsx";

const Draft = z.object({ supplierId: z.string().optional(), price: z.int().optional() });
type DrawerProps = { readonly orderId: string; readonly onClose: () => void };

function useOfferForm(orderId: string, onClose: () => void) {
  const draft = useDraft<z.infer<typeof Draft>>({ key: `offer.${orderId}`, initial: {}, parse: (value) => Draft.safeParse(value).data });
  const [asked, setAsked] = useState(false);
  const offer = useCommand(offerOrder, {
    refresh: orderReads,
    onSuccess: () => {
      draft.clear();
      onClose();
    },
  });
  const { supplierId, price } = draft.value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (supplierId !== undefined && price !== undefined && price > 0) offer.mutate({ params: { orderId }, body: { supplierId, price: usd(price) } });
  };
  const problems = {
    supplier: asked && supplierId === undefined ? "Choose a supplier." : undefined,
    price: asked && !price ? "Write the supplier's price for the whole order." : undefined,
  };
  return { draft, offer, submit, problems };
}

/** Who makes the order: suppliers by score with their reasons, what stands against the others, the price, the margin. */
export function AssignDrawer({ orderId, onClose }: DrawerProps) {
  const sourcing = useRead(listCandidates, { params: { orderId } });
  const form = useOfferForm(orderId, onClose);
  const offerable = sourcing.data?.candidates.some(({ blocked }) => blocked.length === 0) ?? false;
  return (
    <Sheet
      open
      onClose={onClose}
      title="Choose a supplier"
      description="Best score first. The supplier gets a mail and has three days to answer."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="offer" busy={form.offer.isPending} disabled={!offerable}>
            Offer the order
          </Button>
        </>
      }
    >
      {sourcing.error && !sourcing.data ? <ErrorPanel error={sourcing.error} onRetry={() => void sourcing.refetch()} /> : null}
      {!sourcing.error && !sourcing.data ? (
        <Loading label="Loading the suppliers">
          <SkeletonText lines={8} />
        </Loading>
      ) : null}
      {sourcing.data ? <OfferForm sourcing={sourcing.data} form={form} /> : null}
    </Sheet>
  );
}

function OfferForm({ sourcing, form }: { readonly sourcing: Sourcing; readonly form: ReturnType<typeof useOfferForm> }) {
  const { draft, offer, submit, problems } = form;
  const open = sourcing.candidates.filter(({ blocked }) => blocked.length === 0);
  const blocked = sourcing.candidates.filter((one) => one.blocked.length > 0);
  return (
    <form id="offer" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {open.length === 0 ? <EmptyState title="Nobody can take this order now">What stands against each supplier is below.</EmptyState> : null}
      {open.length > 0 ? (
        <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={problems.supplier ? "supplier-problem" : undefined}>
          <legend className="mb-1.5 text-small font-medium">Supplier</legend>
          {open.map((candidate, index) => (
            <CandidateChoice
              key={candidate.supplierId}
              candidate={candidate}
              rank={index + 1}
              chosen={candidate.supplierId === draft.value.supplierId}
              onChoose={() => draft.save({ ...draft.value, supplierId: candidate.supplierId })}
            />
          ))}
          {problems.supplier ? (
            <p id="supplier-problem" className="text-small text-madder">
              {problems.supplier}
            </p>
          ) : null}
        </fieldset>
      ) : null}
      {open.length > 0 ? (
        <div className="flex flex-col gap-2">
          <Field label="Supplier's price for the whole order" required error={problems.price}>
            <MoneyInput value={draft.value.price} onChange={(price) => draft.save({ ...draft.value, price })} />
          </Field>
          <MarginLine buyerTotal={sourcing.buyerTotal.amount} price={draft.value.price} />
        </div>
      ) : null}
      <FormError error={offer.error} />
      <BlockedCandidates blocked={blocked} offers={sourcing.offers} />
    </form>
  );
}
