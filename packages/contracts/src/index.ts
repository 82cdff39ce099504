import * as account from "./account.ts";
import * as admin from "./admin.ts";
import * as ai from "./ai.ts";
import * as aiJob from "./ai-job.ts";
import * as bank from "./bank.ts";
import * as brief from "./brief.ts";
import * as catalog from "./catalog.ts";
import * as claim from "./claim.ts";
import * as content from "./content.ts";
import * as design from "./design.ts";
import * as exchange from "./exchange.ts";
import * as identity from "./identity.ts";
import * as inquiry from "./inquiry.ts";
import * as insight from "./insight.ts";
import * as interest from "./interest.ts";
import * as hooks from "./hooks.ts";
import * as lead from "./lead.ts";
import * as market from "./market.ts";
import * as money from "./money.ts";
import * as order from "./order.ts";
import * as price from "./price.ts";
import * as privacy from "./privacy.ts";
import * as production from "./production.ts";
import * as productPicture from "./product-picture.ts";
import * as productImport from "./product-import.ts";
import * as quote from "./quote.ts";
import * as quoteFile from "./quote-file.ts";
import * as quoteReview from "./quote-review.ts";
import * as rfq from "./rfq.ts";
import * as stock from "./stock.ts";
import * as savedSearch from "./saved-search.ts";
import * as spending from "./spending.ts";
import * as supplier from "./supplier.ts";
import * as wishlist from "./wishlist.ts";
import type { Route } from "./route.ts";

/** Every route there is, in the order of the access document. */
export const routes: readonly Route[] = [
  identity,
  account,
  admin,
  bank,
  privacy,
  catalog,
  productImport,
  productPicture,
  stock,
  supplier,
  wishlist,
  savedSearch,
  interest,
  content,
  brief,
  quote,
  quoteFile,
  quoteReview,
  rfq,
  spending,
  price,
  lead,
  exchange,
  inquiry,
  order,
  production,
  claim,
  money,
  insight,
  market,
  ai,
  aiJob,
  design,
  hooks,
].flatMap((domain) => Object.values<Route>(domain));
