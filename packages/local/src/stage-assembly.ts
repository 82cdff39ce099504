import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";
import { runEsbuild } from "./process-esbuild.ts";

export type AssemblyOptions = {
  readonly root: string;
  /** The AWS stage whose templates are used. */
  readonly stage: string;
  /** Holds assemblies by the hash of what they were made of. */
  readonly cacheDir: string;
};

/** Assemblies kept beside the current one, so that switching branches stays quick. */
const kept = 4;

/** Leaves every package but our own out of the bundle. */
const othersOutside: Plugin = {
  name: "others-outside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path: wanted, kind }) =>
      kind === "entry-point" || wanted.startsWith("@sleekapp/") ? undefined : { path: wanted, external: true },
    ),
};

/** Every file of ours that the synthesis loads, by following its imports. */
async function sourcesOf(root: string): Promise<readonly string[]> {
  const { metafile } = await runEsbuild({
    absWorkingDir: root,
    entryPoints: ["tools/synth.ts"],
    bundle: true,
    write: false,
    metafile: true,
    plugins: [othersOutside],
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
  return Object.keys(metafile.inputs);
}

/** Names the state of everything the templates depend on. */
export async function assemblyKey({ root, stage }: Omit<AssemblyOptions, "cacheDir">): Promise<string> {
  const hash = createHash("sha256").update(stage);
  // The page rewrite of the edge knows the prerendered pages by name.
  const pages = globSync("packages/web/dist/**/index.html", { cwd: root }).toSorted();
  hash.update(pages.join("\n"));
  for (const file of [...(await sourcesOf(root)), "package-lock.json", "sst.config.ts"].toSorted()) {
    hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex").slice(0, 20);
}

/** Runs the synthesis in a process of its own, whose memory is given back at its end. */
function synthesise({ root, stage }: AssemblyOptions, out: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["tools/synth.ts", "--stage", stage, "--bundle", "none", "--out", out], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_NO_WARNINGS: "1" },
    });
    let told = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (told += chunk.toString("utf8")));
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`The stacks could not be synthesised:\n${told}`))));
  });
}

function dropOld(cacheDir: string): void {
  const dirs = readdirSync(cacheDir).map((name) => path.join(cacheDir, name));
  const byAge = dirs.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const dir of byAge.slice(kept)) rmSync(dir, { recursive: true, force: true });
}

/** The directory of the templates for the sources as they are now; synthesises when there is none yet. */
export async function ensureAssembly(options: AssemblyOptions): Promise<{ readonly dir: string; readonly isFromCache: boolean }> {
  const dir = path.join(options.cacheDir, await assemblyKey(options));
  if (existsSync(path.join(dir, "manifest.json"))) return { dir, isFromCache: true };
  mkdirSync(options.cacheDir, { recursive: true });
  const scratch = `${dir}.${process.pid}`;
  await synthesise(options, scratch);
  // Somebody else may have finished first; both made the same.
  if (existsSync(dir)) rmSync(scratch, { recursive: true, force: true });
  else renameSync(scratch, dir);
  dropOld(options.cacheDir);
  return { dir, isFromCache: false };
}
