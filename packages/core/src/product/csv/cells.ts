import {
  type Fabric,
  fabricNames,
  Fabric as Fabrics,
  type Family,
  Family as Families,
  familyNames,
  type GarmentType,
  garments,
  GarmentType as GarmentTypes,
} from "../../garment/model.ts";
import { type Money, usd } from "../../kernel/money.ts";
import type { Origin } from "../../upload/model.ts";
import { RowError } from "./rejection.ts";

const PRICE = /^(?:US\$|USD|\$)?\s*(-)?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(?:USD)?$/i;

/** More than any garment costs; it also keeps the cents far from where numbers stop being exact. */
const MAX_UNITS = 1_000_000;

/**
 * A price in dollars as exact cents, read digit by digit: `1,299.90`, `$19.9`, `50`.
 * A decimal comma, a third decimal that is not zero, a sign or a word is refused, never rounded or guessed.
 */
export function readPrice(text: string | undefined): Money {
  if (text === undefined) throw new RowError("price.missing", "The price is missing");
  const found = PRICE.exec(text);
  if (!found) throw new RowError("price.format", `“${text.slice(0, 40)}” is not a price in dollars, as 19.90`);
  const [, minus, units = "", fraction = ""] = found;
  const cents = fraction.padEnd(2, "0").slice(0, 2);
  if (/[1-9]/.test(fraction.slice(2))) throw new RowError("price.format", `“${text}” has fractions of a cent`);
  const whole = units.replaceAll(",", "");
  if (whole.length > 7 || Number(whole) >= MAX_UNITS) throw new RowError("price.format", `“${text}” is more than a garment can cost`);
  const amount = Number(`${whole}${cents}`);
  if (minus !== undefined || amount === 0) throw new RowError("price.negative", `The price must be more than zero; it is ${text}`);
  return usd(amount);
}

export function checkCurrency(text: string | undefined): void {
  if (text !== undefined && text.toUpperCase() !== "USD")
    throw new RowError("currency.unknown", `Prices are in USD; this row says ${text.slice(0, 10)}`);
}

type Range = { readonly min: number; readonly max: number };

/** A whole number in its range, both ends included. */
export function readWhole(name: string, text: string | undefined, { min, max }: Range): number | undefined {
  if (text === undefined) return undefined;
  const isWhole = /^\d{1,7}$/.test(text);
  if (!isWhole || Number(text) < min || Number(text) > max)
    throw new RowError("number.format", `${name} “${text.slice(0, 20)}” is not a whole number from ${min} to ${max}`);
  return Number(text);
}

/** Pieces on hand; shops write less than none for what they oversold, which is none. */
export function readStock(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d{1,9}$/.test(text)) throw new RowError("stock.format", `“${text.slice(0, 20)}” is not a number of pieces`);
  return Math.max(0, Number(text));
}

/** What stands beside a picture that a model drew. */
export const DRAWN_BY_MODEL = "a model";

/** Who made an image, where a file of ours says it; nothing takes the fact from a picture that has it. */
export const readOrigin = (text: string | undefined): { readonly origin?: Origin } =>
  text?.toLowerCase() === DRAWN_BY_MODEL ? { origin: "model" } : {};

/** A web address of an image; whether it may be fetched is decided where it is fetched. */
export function readImage(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol) || text.length > 2_000) {
    throw new RowError("image.address", `“${text.slice(0, 60)}” is not the web address of an image`);
  }
  return url.href;
}

const key = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

const garmentsByName = new Map(
  GarmentTypes.options.flatMap((type) => [type, garments[type].name, garments[type].plural].map((name) => [key(name), type] as const)),
);
const fabricsByName = new Map(Fabrics.options.flatMap((fabric) => [fabric, fabricNames[fabric]].map((name) => [key(name), fabric] as const)));

/** A garment of the price book, by its code or its name. */
export function readGarment(text: string | undefined): GarmentType | undefined {
  if (text === undefined) return undefined;
  const garment = garmentsByName.get(key(text));
  if (garment === undefined) throw new RowError("garment.unknown", `We know no garment called “${text.slice(0, 40)}”`);
  return garment;
}

export function readFabric(text: string | undefined): Fabric | undefined {
  if (text === undefined) return undefined;
  const fabric = fabricsByName.get(key(text));
  if (fabric === undefined) throw new RowError("fabric.unknown", `We know no fabric called “${text.slice(0, 40)}”`);
  return fabric;
}

const familiesByName = new Map(Families.options.flatMap((family) => [family, familyNames[family]].map((name) => [key(name), family] as const)));

export function readFamily(text: string | undefined): Family | undefined {
  if (text === undefined) return undefined;
  const family = familiesByName.get(key(text));
  if (family === undefined) throw new RowError("family.unknown", `We know no family of garments called “${text.slice(0, 40)}”`);
  return family;
}

/** A text of at most `max` characters on one line. */
export function readLine(name: string, text: string | undefined, max: number): string | undefined {
  const line = text?.replace(/[\p{Cc}\s]+/gu, " ").trim();
  if (line !== undefined && line.length > max) throw new RowError("text.long", `${name} has ${line.length} characters; at most ${max} are kept`);
  return line === "" ? undefined : line;
}
