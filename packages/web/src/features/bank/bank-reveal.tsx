import { revealBankDetails } from "@sleekapp/contracts/bank";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { BankFacts } from "./bank-facts.tsx";

/** Where a supplier is paid, shown to an administrator who asks for it and to nobody by accident. */
export function BankReveal({ orgId }: { readonly orgId: string }) {
  const reveal = useCommand(revealBankDetails);
  return (
    <section aria-labelledby="bank-title" className="flex flex-col items-start gap-3">
      <h3 id="bank-title" className="font-semibold">
        Bank details
      </h3>
      {reveal.data ? (
        <BankFacts details={reveal.data} />
      ) : (
        <>
          <p className="text-small text-ink-2">The audit keeps who looked at them and when.</p>
          <FormError error={reveal.error} />
          <Button busy={reveal.isPending} onClick={() => reveal.mutate({ params: { orgId } })}>
            Show bank details
          </Button>
        </>
      )}
    </section>
  );
}
