import { getInvoiceDocument } from "@sleekapp/contracts/money";
import type { InvoiceCard } from "@sleekapp/core/invoice/view";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { DateOn } from "../../ui/value.tsx";

/** An issued invoice; its link is made when it is wanted, because it lasts five minutes. */
export function InvoiceLink({ invoice }: { readonly invoice: InvoiceCard }) {
  const { orderId, purpose, number, issuedOn, dueOn, hasDocument } = invoice;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const open = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { url } = await call(getInvoiceDocument, { params: { orderId, purpose } });
      window.location.assign(url);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="tnum">
          Invoice {number}
          <span className="block text-small text-ink-2">
            Issued <DateOn on={issuedOn} />, due <DateOn on={dueOn} />
          </span>
        </p>
        {hasDocument ? (
          <Button size="small" busy={busy} onClick={() => void open()}>
            Download the PDF
          </Button>
        ) : (
          <p className="text-small text-ink-3">The PDF is being made</p>
        )}
      </div>
      {error === undefined ? null : <ErrorPanel error={error} onRetry={() => void open()} />}
    </div>
  );
}
