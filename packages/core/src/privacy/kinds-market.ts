import { KEPT_DAYS } from "../market/model.ts";
import { idsOnly, type Kind, short } from "./kind.ts";

/** What is kept of what garments cost: counters, and what was seen of competitors. */
export const marketKinds: Readonly<Record<string, Kind>> = {
  "market-mark": {
    about: "nobody",
    told: [],
    erasing: idsOnly("A hash"),
    keeping: short(KEPT_DAYS, "800 days after its month began", "A price is counted once"),
  },
  "market-month": {
    about: "nobody",
    told: [],
    erasing: idsOnly("How many prices were how high, and how many of them were whose, by a hash that leads to nobody"),
    keeping: short(KEPT_DAYS, "800 days after the month began", "What garments cost, told of many alone"),
  },
  "market-observation": {
    about: "nobody",
    told: [],
    erasing: idsOnly("What was seen of a competitor's price; no person but the administrator's id"),
    keeping: { until: "an administrator takes it away", why: "Prices of others, with source and date", by: "nothing" },
  },
  "market-words": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Words about figures"),
    keeping: { until: "they are written anew", why: "Figures of a garment in words", by: "nothing" },
  },
};
