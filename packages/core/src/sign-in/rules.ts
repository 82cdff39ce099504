/** Attempts without a success after which the next one has to wait: as many as Cognito itself lets pass. */
export const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Attempts in an hour on one account from networks it has never been signed in from, all together. */
export const STRANGERS_AN_HOUR = 60;
/** Unsuccessful attempts in an hour from one network, on all accounts together. */
export const FAILURES_AN_HOUR = 60;
export const HOUR_SECONDS = 3_600;
/** Days for which a network that an account was signed in from is known to it. */
export const KNOWN_DAYS = 90;

/** Seconds until the next attempt after so many without a success: none at first, then a minute, doubled each time, at most fifteen. */
export function waitAfter(tries: number): number {
  if (tries < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (tries - FREE_TRIES), LONGEST_WAIT_SECONDS);
}

/** How long somebody is told to wait. */
export function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? "a minute" : `${minutes} minutes`;
}

const groupsOf = (part: string): string[] => (part === "" ? [] : part.split(":"));

/** The network an address belongs to: the address itself, or the first half of an IPv6 address, of which one line has all the rest. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const [front, back] = [groupsOf(head), groupsOf(tail ?? "")];
  const between = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => "0");
  const groups = [...front, ...between, ...back].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${groups.join(":")}::/64`;
}
