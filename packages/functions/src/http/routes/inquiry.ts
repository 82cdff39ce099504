import * as contract from "@sleekapp/contracts/inquiry";
import * as Inquiry from "@sleekapp/core/inquiry";
import { serve } from "../bind.ts";

/** What buyers ask suppliers about their listings, over HTTP. */
export const inquiry = [
  serve(contract.askInquiry, ({ body }) => Inquiry.ask(body)),
  serve(contract.listInquiries, ({ query }) => Inquiry.list(query)),
  serve(contract.getInquiry, ({ params }) => Inquiry.get(params)),
  serve(contract.writeInquiry, ({ params, body }) => Inquiry.write({ ...params, ...body })),
  serve(contract.offerInquiry, ({ params, body }) => Inquiry.offer({ ...params, ...body })),
  serve(contract.convertInquiry, ({ params, body }) => Inquiry.convert({ ...params, ...body })),
  serve(contract.declineInquiry, ({ params, body }) => Inquiry.decline({ ...params, ...body })),
];
