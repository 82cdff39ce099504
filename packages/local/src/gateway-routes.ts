import type { Route } from "./manifest.ts";

export type Matched = { readonly route: Route; readonly parameters: Readonly<Record<string, string>> };
export type Router = (method: string, path: string) => Matched | undefined;

type Compiled = {
  readonly route: Route;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly isGreedy: boolean;
  readonly fixedSegments: number;
};

const escape = (text: string): string => text.replaceAll(/[.*+?^$|()[\]\\]/g, "\\$&");

function compile(route: Route): Compiled {
  const [method = "ANY", path = "/{proxy+}"] = route.key === "$default" ? [] : route.key.split(" ");
  const names: string[] = [];
  const segments = path.split("/").slice(1);
  const source = segments.map((segment) => {
    const [, name, plus] = /^\{([^+}]+)(\+?)\}$/.exec(segment) ?? [];
    if (name === undefined) return escape(segment);
    names.push(name);
    return plus ? "(.+)" : "([^/]+)";
  });
  return {
    route,
    method,
    names,
    // $default also takes the bare root, which {proxy+} does not.
    pattern: route.key === "$default" ? /^/ : new RegExp(`^/${source.join("/")}$`),
    isGreedy: path.includes("+}"),
    fixedSegments: segments.length - names.length,
  };
}

/** API Gateway's order: a full path before a greedy one, fixed segments before parameters, a method before ANY, $default last. */
function precedence(a: Compiled, b: Compiled): number {
  if (a.route.key === "$default" || b.route.key === "$default") return a.route.key === "$default" ? 1 : -1;
  if (a.isGreedy !== b.isGreedy) return a.isGreedy ? 1 : -1;
  if (a.fixedSegments !== b.fixedSegments) return b.fixedSegments - a.fixedSegments;
  return Number(a.method === "ANY") - Number(b.method === "ANY");
}

/** Compiles the routes of an HTTP API once; the router gives the route a request takes, or undefined (a 404). */
export function createRouter(routes: readonly Route[]): Router {
  const table = routes.map(compile).toSorted(precedence);
  return (method, path) => {
    for (const { route, method: own, pattern, names } of table) {
      if (own !== "ANY" && own !== method) continue;
      const found = pattern.exec(path);
      if (found) return { route, parameters: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""])) };
    }
    return undefined;
  };
}
