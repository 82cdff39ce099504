import * as contract from "@sleekapp/contracts/ai";
import * as Ai from "@sleekapp/core/ai";
import { serve } from "../bind.ts";

/** What models cost, over HTTP. */
export const ai = [
  serve(contract.getAiSpend, ({ query }) => Ai.spend(query)),
  serve(contract.getAiDay, ({ params }) => Ai.day(params)),
  serve(contract.setAiPrice, ({ body }) => Ai.setPrice(body)),
  serve(contract.setAiBudgets, ({ body }) => Ai.setBudgets(body)),
];
