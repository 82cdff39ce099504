import { FINE_GAUGE, specialtyFabrics } from "../garment/model.ts";
import { applyBps, compare, subtract, usd, WHOLE_BPS, zero } from "../kernel/money.ts";
import type { BookCosts, PriceBook } from "./book-model.ts";
import { factor, toCents, total } from "./exact.ts";
import type { Brief } from "./model.ts";
import { feeBase, partsOf } from "./parts.ts";
import { sourcingOf } from "./sourcing.ts";
import { type PricedRoute, type PricedRoutes, Route } from "./view.ts";

/** A fibre from abroad is made up in Bangladesh; what also needs fine machines is left to the specialty mills. */
export function routeOf(brief: Pick<Brief, "fabric" | "gauge">): Route {
  if (!sourcingOf(brief).isSpecialty) return "bangladesh";
  const needsMachines = brief.gauge !== undefined && brief.gauge >= FINE_GAUGE;
  return needsMachines && specialtyFabrics.includes(brief.fabric) ? "specialty" : "hybrid";
}

const costBps = (route: Route, book: PriceBook, { bangladeshBps, specialtyBps }: BookCosts): number => {
  if (route === "bangladesh") return bangladeshBps;
  if (route === "specialty") return specialtyBps;
  // Cloth at the specialty mills' rate, making at that of Bangladesh.
  return Math.round((specialtyBps * book.clothShareBps + bangladeshBps * (WHOLE_BPS - book.clothShareBps)) / WHOLE_BPS);
};

const passedOn = (brief: Brief, book: PriceBook): bigint => total(partsOf(brief, book).filter(({ key }) => key === "freight" || key === "duty"));

/**
 * Each production route of a brief with its cost and the markup that the buyer's price leaves on it, in US cents.
 * Freight and duty are passed on and no part of either. Never shown to a buyer, a guest or a supplier.
 */
export function routesOf(brief: Brief, book: PriceBook, costs: BookCosts): PricedRoutes {
  const work = total(feeBase(brief, book));
  const goods = usd(toCents(total(partsOf(brief, book)) - passedOn(brief, book)));
  const recommended = routeOf(brief);
  const sourcing = sourcingOf(brief);
  const priced = Route.options.map((route): PricedRoute => {
    const cost = usd(toCents(factor(work, costBps(route, book, costs))));
    const markup = subtract(goods, cost);
    const markupBps = compare(cost, zero) === 0 ? 0 : Math.round((markup.amount * WHOLE_BPS) / cost.amount);
    return { route, cost, markup, markupBps, isPossible: route !== "bangladesh" || !sourcing.isSpecialty };
  });
  const cost = priced.find(({ route }) => route === recommended)?.cost ?? zero;
  const floor = usd(cost.amount + applyBps(cost, costs.leastMarkupBps).amount);
  return { recommended, sourcing, routes: priced, floor, isBelowFloor: compare(goods, floor) < 0 };
}
