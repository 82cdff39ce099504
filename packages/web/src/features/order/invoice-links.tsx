import { getInvoiceDocument } from "@sleekapp/contracts/money";
import type { InvoiceCard } from "@sleekapp/core/invoice/view";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { shownError } from "../../lib/api-error.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Amount, DateOn } from "../../ui/value.tsx";

const names = { deposit: "Deposit invoice", balance: "Balance invoice" } as const;

function InvoiceLine({ invoice }: { readonly invoice: InvoiceCard }) {
  const { orderId, purpose, number, amount, issuedOn, dueOn, hasDocument } = invoice;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | undefined>(undefined);
  const open = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { url } = await call(getInvoiceDocument, { params: { orderId, purpose } });
      // The link lasts five minutes and names the file, so the browser downloads it and the page stays.
      window.location.assign(url);
    } catch (failure) {
      setError(shownError(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="flex flex-col gap-2 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <p className="font-medium">{names[purpose]}</p>
          <p className="tnum text-small text-ink-3">
            {number}, issued <DateOn on={issuedOn} />, due <DateOn on={dueOn} />
          </p>
        </div>
        <div className="flex items-center gap-4">
          <Amount money={amount} />
          {hasDocument ? (
            <Button size="small" busy={busy} aria-label={`PDF of invoice ${number}`} onClick={() => void open()}>
              PDF
            </Button>
          ) : (
            <span className="text-small text-ink-3">PDF is being made</span>
          )}
        </div>
      </div>
      {error ? <ErrorPanel error={error} /> : null}
    </li>
  );
}

/** The invoices of one order with their documents. */
export function InvoiceLinks({ invoices }: { readonly invoices: readonly InvoiceCard[] }) {
  if (invoices.length === 0) return <p className="text-ink-2">The deposit invoice follows within a minute of the acceptance.</p>;
  return (
    <ul>
      {invoices.map((invoice) => (
        <InvoiceLine key={invoice.invoiceId} invoice={invoice} />
      ))}
    </ul>
  );
}
