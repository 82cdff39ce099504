/** A heart that was pressed by somebody who was not signed in; kept in the tab until they are. */
export type PendingHeart = { readonly productId: string; readonly title: string };

const key = "sleekapp.heart";

/** Remembers what to save after the sign-in; a browser that keeps nothing only loses the press. */
export function rememberHeart(heart: PendingHeart): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(heart));
  } catch {
    // Without storage the visitor presses once more after the sign-in.
  }
}

const isHeart = (value: unknown): value is PendingHeart =>
  typeof value === "object" && value !== null && "productId" in value && typeof value.productId === "string" && "title" in value;

/** What was remembered, once: it is forgotten as it is told. */
export function takeHeart(): PendingHeart | undefined {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return isHeart(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
