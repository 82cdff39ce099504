import * as contract from "@sleekapp/contracts/lead";
import * as Lead from "@sleekapp/core/lead";
import { serve } from "../bind.ts";

/** People who ask for a person, and the pipeline they are worked in, over HTTP. */
export const lead = [
  serve(contract.submitGuestLead, ({ body }) => Lead.submit(body)),
  serve(contract.submitLead, ({ body }) => Lead.submit(body)),
  serve(contract.stopLeadMails, ({ body }) => Lead.stop(body)),
  serve(contract.listLeads, ({ query }) => Lead.list(query)),
  serve(contract.getLead, ({ params }) => Lead.get(params)),
  serve(contract.changeLead, ({ params, body }) => Lead.change({ ...params, ...body })),
  serve(contract.noteLead, ({ params, body }) => Lead.note({ ...params, ...body })),
  serve(contract.followUpLead, ({ params, body }) => Lead.followUp({ ...params, ...body })),
  serve(contract.convertLead, ({ params, body }) => Lead.convert({ ...params, ...body })),
];
