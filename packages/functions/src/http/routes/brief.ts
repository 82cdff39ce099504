import * as contract from "@sleekapp/contracts/brief";
import * as Brief from "@sleekapp/core/brief";
import { serve } from "../bind.ts";

/** Reading briefs over HTTP. */
export const brief = [serve(contract.readGuestBrief, ({ body }) => Brief.read(body)), serve(contract.readBrief, ({ body }) => Brief.read(body))];
