import type { Who } from "./answers.ts";

/** Answers of the API by `METHOD /path`, or by `METHOD /path?query` where the query decides. */
export type Bodies = Readonly<Record<string, unknown>>;

/** One state in which a page is looked at. */
export type Example = {
  /** Addresses with the parameters filled in; the page's own path when it has none. */
  readonly paths?: readonly string[];
  readonly bodies?: Bodies;
  /** As whom; everybody the page is for when absent. */
  readonly who?: readonly Who[];
  /** What the answers show, when the same address is looked at more than once. */
  readonly state?: string;
};
