/** The smallest and largest run that is priced without a person. */
export const MIN_QUANTITY = 50;
export const MAX_QUANTITY = 100_000;
