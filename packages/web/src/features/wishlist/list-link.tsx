import { getWishlist, shareWishlist, unshareWishlist } from "@sleekapp/contracts/wishlist";
import type { ListView } from "@sleekapp/core/wishlist/view";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { MadeLink } from "../../ui/made-link.tsx";
import { toast } from "../../ui/toast.tsx";

/** The link holds its secret in the fragment, which no server sees. */
const listUrl = (token: string): string => `${window.location.origin}/shared-list#${new URLSearchParams({ t: token }).toString()}`;

/** Makes the link of a list and shows it this once, or turns it off. */
export function ListLink({ list, onClose }: { readonly list: ListView; readonly onClose: () => void }) {
  const { listId, name, isShared } = list;
  const refresh = [getWishlist];
  const share = useCommand(shareWishlist, { refresh });
  const unshare = useCommand(unshareWishlist, {
    refresh,
    onSuccess: () => {
      toast(`The link to “${name}” is off`);
      onClose();
    },
  });
  const made = share.data;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Share ${name}`}
      description="Whoever holds the link sees the list's name and the products that are in the catalogue; never your notes, never who you are."
      actions={
        made === undefined ? (
          <>
            {isShared ? (
              <Button busy={unshare.isPending} onClick={() => unshare.mutate({ params: { listId } })}>
                Turn the link off
              </Button>
            ) : (
              <Button onClick={onClose}>Cancel</Button>
            )}
            <Button variant="primary" busy={share.isPending} onClick={() => share.mutate({ params: { listId } })}>
              {isShared ? "Make a new link" : "Make a link"}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Done</Button>
        )
      }
    >
      {made === undefined ? (
        <>
          {isShared ? <p className="text-ink-2">This list has a link. A new one takes its place, and the old one ends.</p> : null}
          <FormError error={share.error ?? unshare.error} />
        </>
      ) : (
        <MadeLink label="Link to the list" url={listUrl(made.token)} />
      )}
    </Dialog>
  );
}
