import * as contract from "@sleekapp/contracts/spending";
import * as Approval from "@sleekapp/core/approval";
import * as Spending from "@sleekapp/core/spending";
import { serve } from "../bind.ts";

/** What a buyer's people may order, and who says yes to more, over HTTP. */
export const spending = [
  serve(contract.getSpending, () => Spending.get({})),
  serve(contract.setSpending, ({ body }) => Spending.set(body)),
  serve(contract.listApprovals, async () => ({ items: await Approval.list({}) })),
  serve(contract.askApproval, ({ body }) => Approval.ask(body)),
  serve(contract.decideApproval, ({ params, body }) => Approval.decide({ ...params, ...body })),
];
