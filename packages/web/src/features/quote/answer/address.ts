import type { ShippingAddress } from "@sleekapp/core/quote/model";

/** An address while it is typed: every field is text. */
export type AddressFields = {
  readonly name: string;
  readonly company: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly country: string;
};

export const noAddress: AddressFields = { name: "", company: "", street: "", city: "", region: "", postcode: "", country: "" };

const isText = (value: unknown): value is string => typeof value === "string";

/** What was kept of an address, field by field; undefined when nothing of it is one. */
export function restoredAddress(value: unknown): AddressFields | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const kept = (key: keyof AddressFields): string => {
    const text: unknown = Reflect.get(value, key);
    return isText(text) ? text : "";
  };
  return {
    name: kept("name"),
    company: kept("company"),
    street: kept("street"),
    city: kept("city"),
    region: kept("region"),
    postcode: kept("postcode"),
    country: kept("country"),
  };
}

/** The address as the API takes it: trimmed, without what was left empty. */
export function addressOf({ name, company, street, city, region, postcode, country }: AddressFields): ShippingAddress {
  const optional = { company: company.trim(), region: region.trim() };
  return {
    name: name.trim(),
    street: street.trim(),
    city: city.trim(),
    postcode: postcode.trim(),
    country,
    ...(optional.company === "" ? {} : { company: optional.company }),
    ...(optional.region === "" ? {} : { region: optional.region }),
  };
}
