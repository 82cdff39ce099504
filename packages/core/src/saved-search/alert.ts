import type * as z from "zod";
import * as Account from "../account/index.ts";
import { config } from "../config.ts";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { post } from "../ports/letter.ts";
import * as Search from "../search/index.ts";
import { commit } from "../table/commit.ts";
import { Alerted, Due } from "./event.ts";
import { MAX_TOLD } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import { tokenFor } from "./token.ts";

type Search = store.Info;

const linkOf = ({ asked }: Search): string => `${config("WEB_ORIGIN")}/catalog?${new URLSearchParams({ ...asked, sort: "newest" })}`;

async function letterFor(search: Search, found: Awaited<ReturnType<typeof Search.listedIn>>) {
  const shown = found.items.slice(0, MAX_TOLD).map(({ title, supplierName, price, slug }) => ({
    title,
    supplier: supplierName,
    price,
    url: `${config("WEB_ORIGIN")}/catalog/${slug}`,
  }));
  const token = await tokenFor(search);
  const stopUrl = `${config("WEB_ORIGIN")}/search-mails#t=${token}`;
  return {
    data: { search: search.name, products: shown, more: found.total - shown.length, url: linkOf(search), stopUrl },
    // What a mail program posts to has no fragment and no header of ours: the token is in the path, and opens nothing but this stop.
    unsubscribeUrl: `${config("WEB_ORIGIN")}/v1/guest/search-mails/${token}/unsubscribe`,
  };
}

async function loadDue({ userId, searchId }: z.output<typeof Due.schema>) {
  const [searches, email] = await Promise.all([store.listOf(userId), Account.emailOf(userId)]);
  return { search: searches.find((one) => one.searchId === searchId), email };
}

/**
 * Looks for what was listed in the window and fits, and writes to the search's owner when there is something. The letter has the
 * window's name, so that a repetition is the same mail. Throws `saved_search.quiet` when nobody wants to hear of it any more.
 */
export const alert = action(
  { name: "saved_search.alert", effect: "command", input: Due.schema, load: loadDue, policy: policy.work },
  async ({ input: { userId, searchId, from, until }, record: { search, email } }) => {
    if (!search || search.alerts === "off" || email === undefined)
      throw conflict("saved_search.quiet", "Nobody wants to hear of this search any more");
    const found = await Search.listedIn(search.asked, { after: from, until });
    if (found.total > 0) {
      const letter = await letterFor(search, found);
      await post([{ id: `search-alert:${searchId}:${until}`, template: "search-alert", to: email, ...letter }]);
    }
    const events = found.total > 0 ? [Alerted({ userId, searchId, listings: found.total })] : [];
    return commit({ about: userId, writes: [], events, reply: { listings: found.total } });
  },
);
