import { Asked, SearchName } from "@sleekapp/core/saved-search/model";
import * as z from "zod";

const PendingSearch = z.strictObject({ name: SearchName, query: Asked, hasAlerts: z.boolean() });

/** A search that was named by somebody who was not signed in; kept in the tab until they are. */
export type PendingSearch = z.infer<typeof PendingSearch>;

const key = "sleekapp.search";

/** Remembers what to keep after the sign-in; a browser that keeps nothing only loses the press. */
export function rememberSearch(search: PendingSearch): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(search));
  } catch {
    // Without storage the visitor presses once more after the sign-in.
  }
}

/** What was remembered, once: it is forgotten as it is told. */
export function takeSearch(): PendingSearch | undefined {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? undefined : PendingSearch.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
