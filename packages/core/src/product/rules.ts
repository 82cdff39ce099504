import { add, applyBps, type Money } from "../kernel/money.ts";
import { type Draft, Listing, MIN_ALT, type Picture, PLATFORM_FEE_BPS } from "./model.ts";

/** What a buyer pays for one piece: the supplier's price with the platform's fee, rounded half up to the cent. */
export const finalPrice = (price: Money, feeBps: number = PLATFORM_FEE_BPS): Money => add(price, applyBps(price, feeBps));

/** Price breaks begin above the minimum order, rise in quantity and fall in price; more pieces never cost more each. */
export function areBreaksSound({ price, moq, breaks }: Pick<Listing, "price" | "moq" | "breaks">): boolean {
  const steps = [{ from: moq, price }, ...breaks];
  return breaks.every((step, index) => {
    const before = steps[index];
    return before !== undefined && step.from > before.from && step.price.amount > 0 && step.price.amount < before.price.amount;
  });
}

/** Whether somebody who does not see a picture is told what it shows. */
export const isDescribed = ({ alt }: Pick<Picture, "alt">): boolean => alt.trim().length >= MIN_ALT;

/** What still has to be done before a listing can be handed in, one sentence each; empty when it is complete. */
export function missingIn(draft: Draft, pictures: readonly Pick<Picture, "alt">[]): string[] {
  const parsed = Listing.safeParse(draft);
  const fields = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  const seen = [
    parsed.success && !areBreaksSound(parsed.data) && "breaks: each starts above the one before it and costs less",
    pictures.length === 0 && "pictures: add at least one",
    !pictures.every(isDescribed) && "pictures: say in words what each one shows",
  ];
  return [...new Set([...fields, ...seen.filter((text) => typeof text === "string")])];
}

/** The price of one piece at a quantity: the break that starts at or below it, else the listing's price. */
export function priceAt(price: Money, breaks: Listing["breaks"], quantity: number): Money {
  const reached = breaks.filter(({ from }) => from <= quantity).toSorted((a, b) => b.from - a.from);
  return reached[0]?.price ?? price;
}

/** A name for the address bar: words in Latin letters, with the end of the id so that two alike never meet. */
export function slugFor(title: string, productId: string, slugify: (text: string) => string): string {
  const words = slugify(title).slice(0, 60).replace(/-+$/, "");
  return `${words || "product"}-${productId.slice(-6)}`;
}
