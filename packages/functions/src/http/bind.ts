import type { Credential, Route } from "@sleekapp/contracts/route";
import type * as z from "zod";

/** What a handler is given: input that has passed the route's schemas, and the secrets the caller showed. */
export type Call<R extends Route> = {
  readonly params: z.output<R["params"]>;
  readonly query: z.output<R["query"]>;
  readonly body: z.output<R["body"]>;
  readonly credentials: Readonly<Partial<Record<Credential, string>>>;
  /** The body as it arrived, for signatures over it. */
  readonly raw: string;
  readonly header: (name: string) => string | undefined;
};

export type Bound = { readonly route: Route; readonly handle: (call: Call<Route>) => Promise<unknown> };

/** Joins a declared route with the few lines that serve it: parse is done, permission is the action's. */
export function serve<R extends Route>(route: R, handle: (call: Call<R>) => Promise<z.input<R["response"]>>): Bound {
  // The app parses with this route's own schemas before it calls, so the wider call it passes is this narrower one.
  return { route, handle: (call) => handle(call) };
}
