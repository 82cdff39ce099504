import { id } from "@sleekapp/core/kernel/id";
import { ListName, Note } from "@sleekapp/core/wishlist/model";
import { ListView, SavedView, SharedListView } from "@sleekapp/core/wishlist/view";
import * as z from "zod";
import { anyBuyer, route } from "./route.ts";

/** Lists are for everybody who acts for a buyer, each for themselves. */
const own = { lambda: "catalog", auth: "member", who: anyBuyer } as const;

const byList = z.strictObject({ listId: id("wishlist") });
const byProduct = z.strictObject({ productId: id("product") });
const ListId = z.strictObject({ listId: z.string() });
const hourly = (max: number) => [{ per: "user", max, seconds: 3_600 }] as const;

export const listSaved = route({
  ...own,
  operationId: "listSaved",
  method: "GET",
  path: "/v1/wishlist/saved",
  summary: "Which products the caller has saved; asked beside the catalogue, which is the same for everybody",
  response: SavedView,
});

export const getWishlist = route({
  ...own,
  operationId: "getWishlist",
  method: "GET",
  path: "/v1/wishlist",
  summary: "The caller's lists, each product as it was when it was saved and as it is now",
  response: z.strictObject({ items: z.array(ListView).readonly() }),
});

export const saveProduct = route({
  ...own,
  operationId: "saveProduct",
  method: "PUT",
  path: "/v1/wishlist/products/{productId}",
  summary: "Saves a product once, on the named list or on the first with room; one that is saved already goes to the named list",
  params: byProduct,
  body: z.strictObject({ listId: id("wishlist").optional() }),
  response: z.strictObject({ productId: z.string(), listId: z.string() }),
  limits: hourly(300),
});

export const unsaveProduct = route({
  ...own,
  operationId: "unsaveProduct",
  method: "DELETE",
  path: "/v1/wishlist/products/{productId}",
  summary: "Takes a product off the list it is on",
  params: byProduct,
  response: z.strictObject({ productId: z.string() }),
  limits: hourly(300),
});

export const noteSavedProduct = route({
  ...own,
  operationId: "noteSavedProduct",
  method: "PUT",
  path: "/v1/wishlist/products/{productId}/note",
  summary: "Writes a note beside a saved product, for the caller alone; an empty one takes it away",
  params: byProduct,
  body: z.strictObject({ note: Note }),
  response: z.strictObject({ productId: z.string() }),
  limits: hourly(300),
});

export const makeWishlist = route({
  ...own,
  operationId: "makeWishlist",
  method: "POST",
  path: "/v1/wishlist/lists",
  summary: "Makes one more list",
  body: z.strictObject({ name: ListName }),
  response: ListId,
  status: 201,
  limits: hourly(60),
});

export const renameWishlist = route({
  ...own,
  operationId: "renameWishlist",
  method: "PATCH",
  path: "/v1/wishlist/lists/{listId}",
  summary: "Gives a list another name",
  params: byList,
  body: z.strictObject({ name: ListName }),
  response: ListId,
  limits: hourly(120),
});

export const shareWishlist = route({
  ...own,
  operationId: "shareWishlist",
  method: "POST",
  path: "/v1/wishlist/lists/{listId}/link",
  summary: "Makes a link that shows a list to whoever holds it, in the place of the one before; the secret is told once",
  params: byList,
  response: z.strictObject({ listId: z.string(), token: z.string() }),
  status: 201,
  limits: hourly(20),
});

export const unshareWishlist = route({
  ...own,
  operationId: "unshareWishlist",
  method: "DELETE",
  path: "/v1/wishlist/lists/{listId}/link",
  summary: "Turns the link of a list off at once",
  params: byList,
  response: ListId,
  limits: hourly(60),
});

export const removeWishlist = route({
  ...own,
  operationId: "removeWishlist",
  method: "DELETE",
  path: "/v1/wishlist/lists/{listId}",
  summary: "Takes a list away with everything on it, and its link with it",
  params: byList,
  response: ListId,
  limits: hourly(60),
});

export const getSharedWishlist = route({
  operationId: "getSharedWishlist",
  lambda: "catalog",
  method: "GET",
  path: "/v1/guest/wishlist",
  summary: "A shared list for the holder of its link: its name and what of it is in the catalogue",
  auth: "guest",
  who: ["link"],
  credentials: ["x-list-token"],
  response: SharedListView,
  limits: [{ per: "address", max: 120, seconds: 60 }],
});
