import { addDays, type CalendarDate, dateOf, endOfDay } from "../kernel/calendar.ts";
import { QUIET_DAYS, type Status } from "./model.ts";

/** What stands where a contact detail stood. */
export const TAKEN_OUT = "[taken out]";

// A number that somebody could be called at: with a plus or a leading zero and at least seven more digits. Prices, quantities, weights
// and dates begin otherwise.
const PHONE = /(?<![\w.,:/-])(?:\+|00?)[\s(]{0,2}\d(?:[\s()./-]{0,2}\d){6,14}(?!\w)/g;
const EMAIL = /[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{1,63})+/gi;
const LINK = /(?:https?:\/\/|www\.)\S+/gi;
const CHAT = /\b(?:whats\s?app|telegram|wechat|signal|viber)\b[\s:]*[@+]?[\w-]*\d[\w-]*/gi;

/** The text without addresses, links and telephone numbers: the two sides speak here, and neither learns how to reach the other elsewhere. */
export const withoutContacts = (text: string): string => [EMAIL, LINK, CHAT, PHONE].reduce((clean, one) => clean.replace(one, TAKEN_OUT), text);

/** Until when an inquiry lives that somebody has just written to: seven days more, and never less than its offer holds. */
export function expiresAt(now: Date, offerUntilOn?: CalendarDate): string {
  const quiet = endOfDay(addDays(dateOf(now), QUIET_DAYS));
  const offered = offerUntilOn === undefined ? quiet : endOfDay(offerUntilOn);
  return offered > quiet ? offered : quiet;
}

/** Whether nobody has gone on with it in time; what was converted or declined has ended, not expired. */
export const hasExpired = ({ status, expiresAt: at }: { readonly status: Status; readonly expiresAt: string }, now: string): boolean =>
  (status === "open" || status === "offered") && at < now;
