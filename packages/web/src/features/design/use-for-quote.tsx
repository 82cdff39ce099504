import { getQuoteDesign, listDesigns, setQuoteDesign } from "@sleekapp/contracts/design";
import { getQuote, listQuotes } from "@sleekapp/contracts/quote";
import type { QuoteCard } from "@sleekapp/core/quote/view";
import { useState } from "react";
import { useNavigate } from "react-router";
import { formatMoney } from "../../lib/money.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { toast } from "../../ui/toast.tsx";

type Props = { readonly designId: string; readonly onClose: () => void };

/** Chooses which of one's open quotes shows the design. */
export function UseForQuote({ designId, onClose }: Props) {
  const quotes = useRead(listQuotes, { query: { lane: "open", limit: 20 } });
  const open = quotes.data?.items.filter(({ isExpired }) => !isExpired);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const navigate = useNavigate();
  const show = useCommand(setQuoteDesign, {
    refresh: [getQuote, getQuoteDesign, listDesigns],
    onSuccess: ({ quoteId }) => {
      toast("The quote shows this design");
      void navigate(`/app/quotes/${quoteId}`);
    },
  });
  const hasSome = open !== undefined && open.length > 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Use for a quote"
      description="Whoever makes it sees the picture with the order; nobody else does."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {hasSome ? (
            <Button
              variant="primary"
              disabled={chosen === undefined}
              busy={show.isPending}
              onClick={() => chosen && show.mutate({ params: { quoteId: chosen }, body: { designId } })}
            >
              Show it there
            </Button>
          ) : null}
        </>
      }
    >
      {quotes.error && !open ? (
        <ErrorPanel error={quotes.error} onRetry={() => void quotes.refetch()} />
      ) : (
        <Choice open={open} chosen={chosen} onChoose={setChosen} />
      )}
      <FormError error={show.error} />
    </Dialog>
  );
}

type ChoiceProps = {
  readonly open: readonly QuoteCard[] | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (quoteId: string) => void;
};

function Choice({ open, chosen, onChoose }: ChoiceProps) {
  if (!open)
    return (
      <Loading label="Loading your quotes">
        <SkeletonText lines={3} />
      </Loading>
    );
  if (open.length === 0)
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-2">You have no open quote. Ask for a price first; the design can be shown with it then.</p>
        <ButtonLink to="/quote">Get a quote</ButtonLink>
      </div>
    );
  const options = open.map(({ quoteId, title, total }) => ({ value: quoteId, label: title, hint: formatMoney(total) }));
  return <RadioGroup legend="Open quotes" name="quote" options={options} value={chosen} onChange={onChoose} />;
}
