import { declineQuote, getQuote, listQuotes } from "@sleekapp/contracts/quote";
import { useState } from "react";
import { useCommand } from "../../../lib/query.ts";
import { Button } from "../../../ui/button.tsx";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";

/** Says no, with a reason if the buyer wants to give one. */
export function DeclineQuote({ quoteId }: { readonly quoteId: string }) {
  const [isOpen, setOpen] = useState(false);
  const decline = useCommand(declineQuote, { refresh: [getQuote, listQuotes] });
  const confirm = (reason: string) => decline.mutateAsync({ params: { quoteId }, body: reason === "" ? {} : { reason } });
  return (
    <>
      <Button variant="quiet" className="-ml-4 self-start" onClick={() => setOpen(true)}>
        Decline this quote
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="Decline this quote"
        consequence="The quote is closed and cannot be accepted afterwards. You can ask for a new one at any time."
        action="Decline the quote"
        danger
        reason={{ label: "Reason (optional)", hint: "It helps us to price better: too dear, too slow, something missing." }}
        onConfirm={confirm}
      />
    </>
  );
}
