import { id } from "@sleekapp/core/kernel/id";
import { Asked, SearchName } from "@sleekapp/core/saved-search/model";
import { SavedSearchView } from "@sleekapp/core/saved-search/view";
import * as z from "zod";
import { anyBuyer, route } from "./route.ts";

/** Searches are for everybody who acts for a buyer, each for themselves. */
const own = { lambda: "catalog", auth: "member", who: anyBuyer } as const;
const params = z.strictObject({ searchId: id("search") });
const SearchId = z.strictObject({ searchId: z.string() });
const hourly = (max: number) => [{ per: "user", max, seconds: 3_600 }] as const;

export const listSearches = route({
  ...own,
  operationId: "listSearches",
  method: "GET",
  path: "/v1/searches",
  summary: "The searches of the catalogue that the caller keeps",
  response: z.strictObject({ items: z.array(SavedSearchView).readonly() }),
});

export const saveSearch = route({
  ...own,
  operationId: "saveSearch",
  method: "POST",
  path: "/v1/searches",
  summary: "Keeps a search under a name, with mail about new listings once a day at most or without; the same search is kept once",
  body: z.strictObject({ name: SearchName, query: Asked, hasAlerts: z.boolean() }),
  response: SearchId,
  status: 201,
  limits: hourly(60),
});

export const changeSearch = route({
  ...own,
  operationId: "changeSearch",
  method: "PATCH",
  path: "/v1/searches/{searchId}",
  summary: "Gives a search another name, or turns its mails on or off",
  params,
  body: z.strictObject({ name: SearchName.optional(), hasAlerts: z.boolean().optional() }),
  response: SearchId,
  limits: hourly(120),
});

export const removeSearch = route({
  ...own,
  operationId: "removeSearch",
  method: "DELETE",
  path: "/v1/searches/{searchId}",
  summary: "Lets a search go, and its mails with it",
  params,
  response: SearchId,
  limits: hourly(60),
});

export const unsubscribeSearchMails = route({
  operationId: "unsubscribeSearchMails",
  lambda: "catalog",
  method: "POST",
  path: "/v1/guest/search-mails/{token}/unsubscribe",
  summary: "Stops the mails of a search when a mail program asks to (RFC 8058); the address is in the mail's List-Unsubscribe header",
  auth: "guest",
  who: ["visitor", "guest", "link"],
  params: z.strictObject({ token: z.string().regex(/^[\w.-]{20,300}$/) }),
  body: z.strictObject({ "List-Unsubscribe": z.literal("One-Click") }),
  isForm: true,
  response: z.strictObject({ stopped: z.literal(true) }),
  // The machines of a mail provider call for all its people from a few addresses.
  limits: [{ per: { param: "token" }, max: 20, seconds: 3_600 }],
});

export const stopSearchMails = route({
  operationId: "stopSearchMails",
  lambda: "catalog",
  method: "POST",
  path: "/v1/guest/search-mails/stop",
  summary: "Stops the mails of the search that the link in one of them names, without signing in",
  auth: "guest",
  who: ["visitor", "guest", "link"],
  body: z.strictObject({ token: z.string().min(20).max(300) }),
  response: z.strictObject({ stopped: z.literal(true) }),
  limits: [{ per: "address", max: 60, seconds: 3_600 }],
});
