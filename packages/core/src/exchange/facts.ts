/** What amounts are also shown in; everything is charged in US dollars. */
export const displayCurrencies = ["EUR", "GBP", "CAD", "AUD", "BDT"] as const;
export type DisplayCurrency = (typeof displayCurrencies)[number];

/** The currency of this code, or undefined for any other text. */
export const currencyOf = (code: string | null): DisplayCurrency | undefined => displayCurrencies.find((one) => one === code);

/** Those the European Central Bank publishes; it has no reference rate of the taka. */
export const banked: readonly DisplayCurrency[] = ["EUR", "GBP", "CAD", "AUD"];

/**
 * Calendar days after which a rate is stale. The bank publishes on its working days, and its longest pause, Easter, is
 * from Thursday to Tuesday: five days. A rate that an administrator keeps is good for a month.
 */
export const staleAfter = { bank: 5, kept: 31 } as const;
