import { complexityNames, fabricNames, familyOf, usualFabrics } from "../garment/model.ts";
import type { CalendarDate } from "../kernel/calendar.ts";
import { subtract } from "../kernel/money.ts";
import { rushNames } from "../production/model.ts";
import { standardQuantities } from "./book.ts";
import type { PriceBook } from "./book-model.ts";
import { average } from "./exact.ts";
import type { Alternative, Brief } from "./model.ts";
import { totalOf } from "./parts.ts";
import { leadTimeOf, readyOn } from "./schedule.ts";

/** How many are shown. */
export const MOST_ALTERNATIVES = 3;

type Option = Pick<Alternative, "kind" | "label" | "change">;

function cheaperFabric(brief: Brief, book: PriceBook): Option | undefined {
  const usual = usualFabrics[familyOf(brief.garmentType)].filter((fabric) => book.fabrics[fabric] < book.fabrics[brief.fabric]);
  // The dearest of the cheaper ones is the closest to what was wanted.
  const [closest] = usual.toSorted((a, b) => book.fabrics[b] - book.fabrics[a]);
  return closest && { kind: "cheaper-fabric", label: `In ${fabricNames[closest].toLowerCase()}`, change: { fabric: closest } };
}

const pieces = (quantity: number): string => `${quantity.toLocaleString("en-US")} pieces`;

/** At another quantity the sizes keep their shares in the price. */
function otherQuantity(kind: "more-pieces" | "fewer-pieces", brief: Brief): Option | undefined {
  const quantity =
    kind === "more-pieces" ? standardQuantities.find((step) => step > brief.quantity) : standardQuantities.findLast((step) => step < brief.quantity);
  return quantity === undefined ? undefined : { kind, label: pieces(quantity), change: { quantity } };
}

const options = (brief: Brief, book: PriceBook): readonly (Option | undefined)[] => [
  cheaperFabric(brief, book),
  otherQuantity("more-pieces", brief),
  brief.rush === "none" ? undefined : { kind: "longer-lead", label: rushNames.none, change: { rush: "none" } },
  brief.complexity === "simple" ? undefined : { kind: "simpler-make", label: complexityNames.simple, change: { complexity: "simple" } },
  otherQuantity("fewer-pieces", brief),
  brief.rush === "express" ? undefined : { kind: "faster", label: rushNames.express, change: { rush: "express" } },
];

/**
 * Two or three things the buyer could have instead, each computed by the same rules: a cheaper usual fabric, the next
 * standard quantity, a longer lead; where one does not apply, a simpler make, fewer pieces or a faster schedule.
 */
export function alternativesOf(brief: Brief, book: PriceBook, today?: CalendarDate): Alternative[] {
  const present = totalOf(brief, book);
  return options(brief, book)
    .filter((option) => option !== undefined)
    .slice(0, MOST_ALTERNATIVES)
    .map((option) => {
      const { fabric = brief.fabric, quantity = brief.quantity, rush = brief.rush, complexity = brief.complexity } = option.change;
      const other: Brief = { ...brief, fabric, quantity, rush, complexity };
      const total = totalOf(other, book);
      return {
        ...option,
        total,
        unitPrice: average(total, other.quantity),
        difference: subtract(total, present),
        totalDays: leadTimeOf(other).totalDays,
        ...(today ? { readyOn: readyOn(other, today) } : {}),
      };
    });
}
