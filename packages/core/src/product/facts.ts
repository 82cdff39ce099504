/** The price of one piece at a quantity: the break that starts at or below it, else the listing's price. */
export function priceAt<M>(price: M, breaks: readonly { readonly from: number; readonly price: M }[], quantity: number): M {
  const reached = breaks.filter(({ from }) => from <= quantity).toSorted((a, b) => b.from - a.from);
  return reached[0]?.price ?? price;
}
