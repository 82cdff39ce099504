import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { Sourcing } from "./model.ts";

/** Where cloth and making come from: all from Bangladesh, specialty cloth made up in Bangladesh, or all from specialty mills. */
export const Route = z.enum(["bangladesh", "hybrid", "specialty"]);
export type Route = z.infer<typeof Route>;

/** What a route would cost the platform, and what stays of the buyer's price of the goods above it; `markupBps` is of the cost. */
export const PricedRoute = z.strictObject({ route: Route, cost: Money, markup: Money, markupBps: z.int(), isPossible: z.boolean() });
export type PricedRoute = z.infer<typeof PricedRoute>;

/** For admins alone: every route with its cost, the one to take, why, and the least price that may be asked. */
export const PricedRoutes = z.strictObject({
  recommended: Route,
  sourcing: Sourcing,
  routes: z.array(PricedRoute),
  /** The cost of the recommended route with the least markup on it. */
  floor: Money,
  isBelowFloor: z.boolean(),
});
export type PricedRoutes = z.infer<typeof PricedRoutes>;
