import type { Edit } from "@sleekapp/core/quote/model";

/** What an administrator has typed: amounts in cents by the place of their line, the platform's share in percent. */
export type Typed = { readonly amounts: Readonly<Record<number, number | undefined>>; readonly fee: string; readonly note: string };

/** A share typed in percent, in basis points; undefined for what is none between 0 and 200. */
export function feeBpsOf(text: string): number | undefined {
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/u.test(text.trim())) return undefined;
  const bps = Math.round(Number(text.trim().replace(",", ".")) * 100);
  return bps <= 20_000 ? bps : undefined;
}

/** The edit that is sent: the lines that were written into, and the share if there is one. */
export function editOf({ amounts, fee }: Typed): Edit {
  const lines = Object.entries(amounts).flatMap(([position, amount]) => (amount === undefined ? [] : [{ position: Number(position), amount }]));
  const feeBps = feeBpsOf(fee);
  return { ...(lines.length > 0 ? { lines } : {}), ...(feeBps === undefined ? {} : { feeBps }) };
}
