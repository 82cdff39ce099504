import type { GarmentType } from "@sleekapp/core/garment/model";
import type { Colour } from "../../drawings/index.ts";

export type ProductData = {
  readonly type: GarmentType;
  readonly title: string;
  /** What it is made of, in words, and grams a square metre. */
  readonly fabric: string;
  readonly gsm: number;
  /** The supplier's price for one piece at the minimum, in US cents. */
  readonly cents: number;
  readonly moq: number;
  readonly leadDays: number;
  readonly colours: readonly [Colour, ...Colour[]];
  readonly about: string;
};

type Made = readonly [fabric: string, gsm: number];
type Offered = readonly [cents: number, moq: number, leadDays: number];

/** A product as its supplier's list states it: what it is made of, what it costs from how many pieces in how many days, in which colours. */
export const of = (
  type: GarmentType,
  title: string,
  rest: { readonly made: Made; readonly at: Offered; readonly in: ProductData["colours"]; readonly about: string },
): ProductData => ({
  type,
  title,
  fabric: rest.made[0],
  gsm: rest.made[1],
  cents: rest.at[0],
  moq: rest.at[1],
  leadDays: rest.at[2],
  colours: rest.in,
  about: rest.about,
});
