import { shareTracking } from "@sleekapp/contracts/order";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { MadeLink } from "../../ui/made-link.tsx";
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
      {url === undefined ? <FormError error={share.error} /> : <MadeLink label="Tracking link" url={url} />}
      {url === undefined && !share.error ? <p className="text-ink-2">Each link is new; those made earlier go on working.</p> : null}
    </Dialog>
  );
}
