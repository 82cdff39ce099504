import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const web = path.join(root, "packages/web");
const sources = [
  "packages/web/{src,public,tools}/**/*.*",
  "packages/web/{index.html,vite.config.ts,package.json}",
  "packages/{contracts,core}/src/**/*.ts",
  "docs/generated/openapi.json",
] as const;

const newest = (files: readonly string[]): number => Math.max(...files.map((file) => statSync(path.join(root, file)).mtimeMs));

/** Builds the web application when something in it is newer than the last build. */
export function buildWeb(): void {
  const built = path.join(web, "dist/.vite/manifest.json");
  if (existsSync(built) && statSync(built).mtimeMs > newest(globSync(sources, { cwd: root }))) return;
  // A test runner's own NODE_ENV would build React for development, which is not what is shipped, and slower.
  const run = spawnSync("npm", ["run", "build"], { cwd: web, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } });
  if (run.status !== 0) throw new Error(`The web application could not be built\n${run.stdout}\n${run.stderr}`);
}
