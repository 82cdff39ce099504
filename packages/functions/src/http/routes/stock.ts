import * as contract from "@sleekapp/contracts/stock";
import * as Stock from "@sleekapp/core/stock";
import { serve } from "../bind.ts";

/** What a listing has in stock, over HTTP; pieces are ordered with the orders. */
export const stock = [
  serve(contract.getReadyStock, ({ params }) => Stock.ready(params)),
  serve(contract.getStock, ({ params }) => Stock.get(params)),
  serve(contract.countStock, ({ params, body }) => Stock.setOnHand({ ...params, ...body })),
];
