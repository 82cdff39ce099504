/** The smallest and largest run that is priced without a person. */
export const MIN_QUANTITY = 50;
export const MAX_QUANTITY = 100_000;

/** The most sizes and colours that one order is split over: what a cutting plan of one style holds. */
export const MAX_SIZES = 12;
export const MAX_COLOURS = 12;

/** Grams a square metre of the lightest and the heaviest cloth that is priced. */
export const MIN_GSM = 80;
export const MAX_GSM = 600;

/** Letters of the notes of a brief, at most. */
export const MAX_NOTES = 2_000;

/** A country as ISO 3166 writes it. */
export const COUNTRY = /^[A-Z]{2}$/;

/** Pieces by size over all colours, in the order in which the sizes first come. */
export function sizesOf(colours: readonly { readonly sizes: Readonly<Record<string, number>> }[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { sizes } of colours) for (const [size, pieces] of Object.entries(sizes)) sums.set(size, (sums.get(size) ?? 0) + pieces);
  return Object.fromEntries(sums);
}
