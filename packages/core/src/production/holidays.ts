import type { CalendarDate } from "../kernel/days.ts";

/**
 * Days on which the factories of a country do not work beside their weekly holiday, by ISO country code.
 *
 * Bangladesh: the national days of the government's yearly holiday list and the festival holidays that section 118 of the Labour Act
 * 2006 grants (eleven a year), as garment factories take them: Eid ul-Fitr and Eid ul-Azha three days each. Feasts of the moon are
 * those of the astronomical new moon and may be called a day earlier or later; whoever is told a date is told it with its range.
 */
export const holidays: Readonly<Record<string, readonly CalendarDate[]>> & { readonly BD: readonly CalendarDate[] } = {
  BD: [
    "2026-02-21",
    "2026-03-20",
    "2026-03-21",
    "2026-03-22",
    "2026-03-26",
    "2026-04-14",
    "2026-05-01",
    "2026-05-27",
    "2026-05-28",
    "2026-05-29",
    "2026-12-16",
    "2027-02-21",
    "2027-03-10",
    "2027-03-11",
    "2027-03-12",
    "2027-03-26",
    "2027-04-14",
    "2027-05-01",
    "2027-05-16",
    "2027-05-17",
    "2027-05-18",
    "2027-12-16",
    "2028-02-21",
    "2028-02-26",
    "2028-02-27",
    "2028-02-28",
    "2028-03-26",
    "2028-04-14",
    "2028-05-01",
    "2028-05-05",
    "2028-05-06",
    "2028-05-07",
    "2028-12-16",
  ],
};
