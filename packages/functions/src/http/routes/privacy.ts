import * as contract from "@sleekapp/contracts/privacy";
import * as Privacy from "@sleekapp/core/privacy";
import { serve } from "../bind.ts";

/** What people may ask of us about what we hold on them. */
export const privacy = [
  serve(contract.getPrivacy, () => Privacy.overview({})),
  serve(contract.askExport, () => Privacy.askExport({})),
  serve(contract.getExportDocument, ({ params }) => Privacy.exportLink(params)),
  serve(contract.askErasure, ({ body }) => Privacy.askErasure(body)),
];
