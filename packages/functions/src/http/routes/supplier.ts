import * as contract from "@sleekapp/contracts/supplier";
import { ofSupplier } from "@sleekapp/core/rating/public";
import * as Papers from "@sleekapp/core/supplier/papers";
import { figures, myFigures, profile, setWeek } from "@sleekapp/core/supplier/profile";
import { serve } from "../bind.ts";

/** What everybody sees of a supplier. */
export const supplierPages = [
  serve(contract.getSupplierProfile, ({ params }) => profile({ slug: params.supplierSlug })),
  serve(contract.listSupplierRatings, ({ params, query }) => ofSupplier({ slug: params.supplierSlug, ...query })),
];

/** A supplier's own numbers and papers, for itself and the platform. */
export const supplierNumbers = [
  serve(contract.getMyFigures, () => myFigures({})),
  serve(contract.setCapacityWeek, ({ params, body }) => setWeek({ ...params, ...body })),
  serve(contract.getSupplierFigures, ({ params }) => figures(params)),
  serve(contract.askPaper, ({ body }) => Papers.ask(body)),
  serve(contract.getPaper, ({ params }) => Papers.get(params)),
  serve(contract.addPaper, ({ params, body }) => Papers.add({ ...params, ...body })),
  serve(contract.removePaper, ({ params }) => Papers.remove(params)),
  serve(contract.getPaperLink, ({ params }) => Papers.link(params)),
  serve(contract.openPaper, ({ params }) => Papers.open(params)),
];
