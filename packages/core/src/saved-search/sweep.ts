import { conflict } from "../kernel/error.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { swept } from "../kernel/swept.ts";
import { commit } from "../table/commit.ts";
import { Due } from "./event.ts";
import { nextAt } from "./rules.ts";
import * as store from "./store.ts";

/**
 * Says of every search whose day has come that it is time to look. The next day and the window to look at are set in the same
 * transaction, so that windows follow on each other without a gap and none is looked at twice; gives how many there were.
 */
export async function sweepSearches(): Promise<number> {
  const { now } = Request.use();
  const until = nowIso();
  const due = await store.dueBefore(until);
  let told = 0;
  for (const search of due) {
    const { userId, searchId, since: from } = search;
    const overtaken = () => conflict("saved_search.changed", "Your searches changed meanwhile; try again");
    const telling = commit({
      about: userId,
      writes: [store.changeWrite(search, { since: until, dueAt: nextAt(now) })],
      events: [Due({ userId, searchId, from, until })],
      changed: { before: { since: from }, after: { since: until } },
      reply: null,
      refused: overtaken,
    });
    // Its owner may have changed it meanwhile.
    told += await swept(telling);
  }
  return told;
}
