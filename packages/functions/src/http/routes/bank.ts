import * as contract from "@sleekapp/contracts/bank";
import * as Bank from "@sleekapp/core/bank";
import { serve } from "../bind.ts";

/** Where suppliers are paid. */
export const bank = [
  serve(contract.getMyBankDetails, () => Bank.mine({})),
  serve(contract.saveMyBankDetails, ({ body }) => Bank.save(body)),
  serve(contract.revealBankDetails, ({ params }) => Bank.reveal(params)),
];
