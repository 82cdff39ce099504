import * as contract from "@sleekapp/contracts/saved-search";
import * as SavedSearch from "@sleekapp/core/saved-search";
import { serve } from "../bind.ts";

/** Searches that buyers keep, over HTTP. */
export const savedSearch = [
  serve(contract.listSearches, async () => ({ items: await SavedSearch.list({}) })),
  serve(contract.saveSearch, ({ body }) => SavedSearch.save(body)),
  serve(contract.changeSearch, ({ params, body }) => SavedSearch.change({ ...params, ...body })),
  serve(contract.removeSearch, ({ params }) => SavedSearch.remove(params)),
  serve(contract.unsubscribeSearchMails, ({ params }) => SavedSearch.stop(params)),
  serve(contract.stopSearchMails, ({ body }) => SavedSearch.stop(body)),
];
