import * as contract from "@sleekapp/contracts/wishlist";
import * as Wishlist from "@sleekapp/core/wishlist";
import * as Lists from "@sleekapp/core/wishlist/lists";
import { serve } from "../bind.ts";

/** What buyers save, over HTTP. */
export const wishlist = [
  serve(contract.listSaved, () => Wishlist.saved({})),
  serve(contract.getWishlist, async () => ({ items: await Wishlist.get({}) })),
  serve(contract.saveProduct, ({ params, body }) => Wishlist.save({ ...params, ...body })),
  serve(contract.unsaveProduct, ({ params }) => Wishlist.unsave(params)),
  serve(contract.noteSavedProduct, ({ params, body }) => Wishlist.note({ ...params, ...body })),
  serve(contract.makeWishlist, ({ body }) => Lists.make(body)),
  serve(contract.renameWishlist, ({ params, body }) => Lists.rename({ ...params, ...body })),
  serve(contract.removeWishlist, ({ params }) => Lists.remove(params)),
  serve(contract.shareWishlist, ({ params }) => Lists.share(params)),
  serve(contract.unshareWishlist, ({ params }) => Lists.unshare(params)),
  serve(contract.getSharedWishlist, ({ credentials }) => Lists.shared({ token: credentials["x-list-token"] ?? "" })),
];
