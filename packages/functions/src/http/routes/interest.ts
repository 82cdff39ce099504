import * as contract from "@sleekapp/contracts/interest";
import * as Interest from "@sleekapp/core/interest";
import { isbot } from "isbot";
import { serve } from "../bind.ts";

/** Whether a browser says of itself that it is none; who says nothing is a machine too. */
const isMachine = (agent: string | undefined): boolean => agent === undefined || isbot(agent);

/** What people look at, and what suppliers are told of it, over HTTP. */
export const interest = [
  serve(contract.noteInterest, ({ body, header }) => Interest.note({ ...body, isBot: isMachine(header("user-agent")) })),
  serve(contract.noteMemberInterest, ({ body, header }) => Interest.note({ ...body, isBot: isMachine(header("user-agent")) })),
  serve(contract.getInterest, ({ query }) => Interest.month(query)),
  serve(contract.getProductInterest, ({ params }) => Interest.ofProduct(params)),
];
