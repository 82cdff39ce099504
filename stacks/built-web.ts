import { existsSync, globSync } from "node:fs";
import type { App } from "sst/constructs";

const key = "sleekapp:web";

/** Where the web application's build goes. */
export const webBuild = "packages/web/dist";

/** Says, before the first stack, which built web application the stage serves; the stacks are the same without one. */
export function serveWeb(app: App, directory: string | undefined): void {
  if (directory && existsSync(directory)) app.node.setContext(key, directory);
}

/** Directory of the built web application, if this stage is given one. */
export function webOf(app: App): string | undefined {
  const directory: unknown = app.node.tryGetContext(key);
  return typeof directory === "string" ? directory : undefined;
}

/** Addresses of the pages the build has prerendered, without the home page. */
export function prerendered(directory: string): string[] {
  return globSync("*/**/index.html", { cwd: directory })
    .map((file) => `/${file.replace(/\/index\.html$/, "")}`)
    .toSorted((one, other) => one.localeCompare(other));
}
