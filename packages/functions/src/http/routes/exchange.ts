import * as contract from "@sleekapp/contracts/exchange";
import * as Exchange from "@sleekapp/core/exchange";
import { serve } from "../bind.ts";

/** What a dollar is worth, for everybody, and the rate that administrators keep. */
export const exchange = [
  serve(contract.listRates, () => Exchange.list({})),
  serve(contract.keepRate, ({ params, body }) => Exchange.keep({ ...params, ...body })),
];
