import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { type Built, buildFunctions, isBuilt } from "./lambda-build.ts";
import { readState, writeWhole } from "./stand-ins/state-file.ts";

const Latest = z.object({ dir: z.string() });
const dayMs = 86_400_000;

/**
 * Bundles for stages that do not watch. Several may start at once, so a build never touches what another may be
 * running: it goes to a directory of its own and becomes the latest when it is whole.
 */
export async function sharedCode(root: string, handlers: readonly string[], cacheDir: string): Promise<Built> {
  mkdirSync(cacheDir, { recursive: true });
  const pointer = path.join(cacheDir, "latest.json");
  const latest = readState<{ dir: string } | undefined>(pointer, (value) => Latest.parse(value), undefined);
  if (latest && existsSync(latest.dir) && isBuilt({ root, handlers, outDir: latest.dir }))
    return buildFunctions({ root, handlers, outDir: latest.dir });
  const outDir = path.join(cacheDir, randomBytes(6).toString("hex"));
  const built = await buildFunctions({ root, handlers, outDir });
  writeWhole(pointer, JSON.stringify({ dir: outDir }));
  for (const name of readdirSync(cacheDir)) {
    const dir = path.join(cacheDir, name);
    // A stage that still runs from an older build may be an hour old, not a day.
    if (dir !== outDir && dir !== pointer && Date.now() - statSync(dir).mtimeMs > dayMs) rmSync(dir, { recursive: true, force: true });
  }
  return built;
}
