import { getLead, listLeads } from "@sleekapp/contracts/lead";

/** What is out of date after something happened to a lead. */
export const leadReads = [getLead, listLeads];
