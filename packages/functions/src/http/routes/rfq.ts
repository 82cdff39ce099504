import * as contract from "@sleekapp/contracts/rfq";
import * as Rfq from "@sleekapp/core/rfq";
import { serve } from "../bind.ts";

/** Requests for bids over HTTP: the buyer's side, then the suppliers'. */
export const rfq = [
  serve(contract.openRfq, ({ body }) => Rfq.open(body)),
  serve(contract.listRfqs, ({ query }) => Rfq.list(query)),
  serve(contract.getRfq, ({ params }) => Rfq.get(params)),
  serve(contract.inviteToRfq, ({ params, body }) => Rfq.invite({ ...params, ...body })),
  serve(contract.counterBid, ({ params, body }) => Rfq.counter({ ...params, ...body })),
  serve(contract.awardRfq, ({ params, body }) => Rfq.award({ ...params, ...body })),
  serve(contract.cancelRfq, ({ params, body }) => Rfq.cancel({ ...params, ...body })),
  serve(contract.listRequests, ({ query }) => Rfq.listRequests(query)),
  serve(contract.getRequest, ({ params }) => Rfq.getRequest(params)),
  serve(contract.makeBid, ({ params, body }) => Rfq.bid({ ...params, ...body })),
  serve(contract.takeCounter, ({ params, body }) => Rfq.answerCounter({ ...params, ...body })),
  serve(contract.passRequest, ({ params, body }) => Rfq.pass({ ...params, ...body })),
];
