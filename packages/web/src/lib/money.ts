/** An amount in minor units (integer cents) with its ISO 4217 currency, as every API answer carries it. */
export type Money = { readonly amount: number; readonly currency: string };

const formats = new Map<string, Intl.NumberFormat>();

function format(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known) return known;
  // "US$" and not "$": buyers and suppliers sit in different countries.
  const made = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  formats.set(currency, made);
  return made;
}

const exponent = (currency: string) => format(currency).resolvedOptions().maximumFractionDigits ?? 2;

/** Money as a person reads it: `US$1,240.00`, `−US$5.00`. */
export function formatMoney({ amount, currency }: Money): string {
  const text = format(currency).format(Math.abs(amount) / 10 ** exponent(currency));
  return amount < 0 ? `−${text}` : text;
}

/** A rate in basis points as a percentage: 3000 is `30 %`, 1250 is `12.5 %`. */
export const formatRate = (bps: number): string => `${new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }).format(bps / 100)} %`;

/** Reads what a person typed (`1,240.5`, `US$ 12`) into minor units; undefined when it is not an amount. */
export function parseAmount(text: string, currency = "USD"): number | undefined {
  const bare = text.replaceAll(/[\s,_]|US\$|[$€£]/gu, "");
  const digits = exponent(currency);
  const match = /^(\d{1,12})(?:\.(\d*))?$/u.exec(bare);
  if (!match || (match[2] ?? "").length > digits) return undefined;
  return Number(`${match[1]}${(match[2] ?? "").padEnd(digits, "0")}`);
}

/** Minor units as plain text for an input: 124050 is `1240.50`. */
export function amountText(amount: number, currency = "USD"): string {
  const digits = exponent(currency);
  if (digits === 0) return String(amount);
  const text = String(amount).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Whole numbers with thousands separators: `12,000`. */
export const formatCount = (count: number): string => new Intl.NumberFormat("en-GB").format(count);
