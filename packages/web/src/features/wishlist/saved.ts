import { getWishlist, listSaved, saveProduct, unsaveProduct } from "@sleekapp/contracts/wishlist";
import { useEffect } from "react";
import { shownError } from "../../lib/api-error.ts";
import { roleOf, useMe } from "../../lib/me.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { toast } from "../../ui/toast.tsx";
import { takeHeart } from "./pending.ts";

const refresh = [listSaved, getWishlist];

/** Whether the reader can keep lists: `unknown` until that is clear, `visitor` for who has to sign in first. */
export function useKeeper(): "visitor" | "keeper" | "other" | "unknown" {
  const { signedIn } = useSession();
  const { data: me } = useMe();
  if (!signedIn) return "visitor";
  if (!me) return "unknown";
  return roleOf(me) === "buyer" ? "keeper" : "other";
}

/** What the reader has saved, from a call of its own: the catalogue is the same for everybody. */
export function useSaved(): ReadonlySet<string> {
  const saved = useRead(listSaved, {}, { enabled: useKeeper() === "keeper" });
  return new Set(saved.data?.items.map(({ productId }) => productId));
}

/** Presses the heart of one product, or takes it back; what is pressed shows at once, and goes back when it was refused. */
export function useHeart({ productId, title }: { readonly productId: string; readonly title: string }) {
  const isSaved = useSaved().has(productId);
  const save = useCommand(saveProduct, { refresh, onSuccess: () => toast(`Saved “${title}”`) });
  const unsave = useCommand(unsaveProduct, { refresh, onSuccess: () => toast(`“${title}” is off your list`) });
  const onError = (error: Error) => toast(shownError(error).message, "late");
  const pressed = save.isPending || (isSaved && !unsave.isPending);
  const press = () => {
    if (save.isPending || unsave.isPending) return;
    if (pressed) unsave.mutate({ params: { productId } }, { onError });
    else save.mutate({ params: { productId }, body: {} }, { onError });
  };
  return { pressed, press };
}

/** Presses the heart that was pressed before the sign-in, as soon as it is clear who came back. */
export function usePendingHeart(): void {
  const keeper = useKeeper();
  const { mutate } = useCommand(saveProduct, { refresh });
  useEffect(() => {
    if (keeper === "visitor" || keeper === "unknown") return;
    const heart = takeHeart();
    if (heart === undefined) return;
    if (keeper === "other") return toast("Lists are kept by buyers; you act for another organisation now", "late");
    mutate(
      { params: { productId: heart.productId }, body: {} },
      {
        onSuccess: () => toast(`Saved “${heart.title}”`),
        onError: (error) => toast(shownError(error).message, "late"),
      },
    );
  }, [keeper, mutate]);
}
