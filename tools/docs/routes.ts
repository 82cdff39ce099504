import { routes } from "@sleekapp/contracts";
import type { Route } from "@sleekapp/contracts/route";

const key = ({ lambda, path, method }: Route): string => `${lambda} ${path} ${method}`;

/** Every route, by Lambda, path and method: the order in which modules list their exports is nobody's promise. */
export const sortedRoutes: readonly Route[] = routes.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
