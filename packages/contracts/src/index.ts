import * as content from "./content.ts";
import type { Route } from "./route.ts";

/** Every route there is, in the order of the access document. */
export const routes: readonly Route[] = [content].flatMap((domain) => Object.values<Route>(domain));
