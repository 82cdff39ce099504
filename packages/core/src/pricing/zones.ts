import type { Zone } from "./book-model.ts";

/**
 * Where the platform carries goods to. Freight is the platform's own opening figure for shared containers from
 * Chattogram. Duty is stated only where one rule covers every garment made in Bangladesh, which the least developed
 * countries' preferences do; the United States tax by article, so their duty is not included and the quote says so.
 */
export const zones: readonly Zone[] = [
  {
    name: "European Union",
    countries: "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
    perKg: 190,
    minimum: 28_000,
    transitDays: 38,
    dutyBps: 0,
    dutyRule: "Everything But Arms, Regulation (EU) 978/2012: duty-free",
  },
  {
    name: "United Kingdom",
    countries: ["GB"],
    perKg: 200,
    minimum: 30_000,
    transitDays: 36,
    dutyBps: 0,
    dutyRule: "Developing Countries Trading Scheme, comprehensive preferences: duty-free",
  },
  {
    name: "Canada",
    countries: ["CA"],
    perKg: 240,
    minimum: 36_000,
    transitDays: 45,
    dutyBps: 0,
    dutyRule: "Least Developed Country Tariff: duty-free",
  },
  {
    name: "Australia",
    countries: ["AU"],
    perKg: 220,
    minimum: 34_000,
    transitDays: 32,
    dutyBps: 0,
    dutyRule: "Preferences for least developed countries: duty-free",
  },
  {
    name: "United States",
    countries: ["US"],
    perKg: 230,
    minimum: 35_000,
    transitDays: 42,
    dutyRule: "By article of the Harmonized Tariff Schedule: not included",
  },
];
