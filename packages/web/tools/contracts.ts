import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

const folder = path.resolve(import.meta.dirname, "../../contracts/src");

/** What a call is made of; the schemas stay with the server, which checks both what it takes and what it answers. */
const kept = ["operationId", "method", "path", "auth", "idempotent"] as const;

const isRoute = (value: unknown): value is object => typeof value === "object" && value !== null && kept.every((name) => name in value);

const slim = (route: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(route).filter(([name]) => kept.some((one) => one === name))));

/** A module of contracts as the browser has it: its routes, each with what calling it takes. Anything else of it is a broken import. */
export const slimModule = (exported: Readonly<Record<string, unknown>>): string =>
  Object.entries(exported)
    .flatMap(([name, value]) => (isRoute(value) ? [`export const ${name} = ${slim(value)};`] : []))
    .join("\n");

/**
 * The contracts without their schemas: a page asks the API by method and path and never reads a schema, so that the library they are made
 * of and everything they describe would be half of what a first visit loads, for nothing.
 */
export const contracts = (): Plugin => ({
  name: "sleekapp-contracts",
  enforce: "pre",
  async load(id) {
    const file = id.split("?")[0] ?? id;
    if (path.dirname(file) !== folder || path.basename(file) === "route.ts") return undefined;
    this.addWatchFile(file);
    return { code: slimModule(await import(pathToFileURL(file).href)), map: null, moduleType: "js" };
  },
});
