import { usd } from "../kernel/money.ts";

/** A listing with everything it has to say, and no picture. */
export const listing = {
  title: "Heavy cotton T-shirt",
  description: "A boxy T-shirt of heavy combed cotton, garment washed, with a ribbed collar.",
  family: "casualwear" as const,
  category: "T-shirts",
  fabric: "Cotton",
  price: usd(455),
  moq: 50,
  leadDays: 21,
  sizes: ["M"],
  colours: ["White"],
  breaks: [],
  variants: [],
};
