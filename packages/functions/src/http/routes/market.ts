import * as contract from "@sleekapp/contracts/market";
import * as Market from "@sleekapp/core/market";
import { serve } from "../bind.ts";

/** What garments cost others, over HTTP. */
export const market = [
  serve(contract.getBenchmark, ({ params, query }) => Market.benchmark({ ...params, ...query })),
  serve(contract.getPosition, ({ params }) => Market.position(params)),
  serve(contract.getTrends, () => Market.trends({})),
  serve(contract.getGarmentMarket, ({ params }) => Market.garment(params)),
  serve(contract.addObservation, ({ params, body }) => Market.observe({ ...params, ...body })),
  serve(contract.removeObservation, ({ params }) => Market.forget(params)),
  serve(contract.askMarketWords, ({ params }) => Market.askWords(params)),
];
