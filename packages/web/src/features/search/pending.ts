import type { PendingSearch } from "./pending-search.ts";

const key = "sleekapp.search";

/** Remembers what to keep after the sign-in; a browser that keeps nothing only loses the press. */
export function rememberSearch(search: PendingSearch): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(search));
  } catch {
    // Without storage the visitor presses once more after the sign-in.
  }
}

/** What was remembered, once: it is forgotten as it is told. What it may be is only fetched when there is something. */
export async function takeSearch(): Promise<PendingSearch | undefined> {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? undefined : (await import("./pending-search.ts")).PendingSearch.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
