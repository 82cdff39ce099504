import { shareTracking } from "@sleekapp/contracts/order";
import { useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { orderReads } from "./reads.ts";

/** The link holds its secret in the fragment, which no server sees. */
export const trackingUrl = (origin: string, { orderNumber, token }: { readonly orderNumber: string; readonly token: string }): string =>
  `${origin}/track#${new URLSearchParams({ o: orderNumber, t: token })}`;

/** Makes a tracking link and shows it this once; only its hash is kept. */
export function ShareLink({ orderId, onClose }: { readonly orderId: string; readonly onClose: () => void }) {
  const share = useCommand(shareTracking, { refresh: orderReads });
  const url = share.data ? trackingUrl(window.location.origin, share.data) : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Share a tracking link"
      description="Whoever holds the link sees stages, dates and photos; never a price, never a name."
      actions={
        url === undefined ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" busy={share.isPending} onClick={() => share.mutate({ params: { orderId } })}>
              Make a link
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Done</Button>
        )
      }
    >
      {url === undefined ? <FormError error={share.error} /> : <MadeLink url={url} />}
      {url === undefined && !share.error ? <p className="text-ink-2">Each link is new; those made earlier go on working.</p> : null}
    </Dialog>
  );
}

function MadeLink({ url }: { readonly url: string }) {
  const [copied, setCopied] = useState<boolean | undefined>(undefined);
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="flex flex-col gap-2">
      <Field label="Tracking link" hint="Shown this once. Copy it now.">
        <Input readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <div className="flex items-center gap-3">
        <Button onClick={() => void copy()}>Copy</Button>
        <p role="status" className="text-small text-ink-2">
          {copied === true ? "Copied" : copied === false ? "Your browser did not let us copy; select the link and copy it." : ""}
        </p>
      </div>
    </div>
  );
}
