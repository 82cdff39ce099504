import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { useFunctions } from "sst/constructs/Function.js";
import { useProject } from "sst/project.js";
import { useRuntimeHandlers } from "sst/runtime/handlers.js";
import { bundleLambda } from "./lambda-bundle.ts";
import { missingBinaries, nativeFiles } from "./native.ts";

/**
 * `deploy` bundles every handler and insists on the native code Lambda needs; `real` makes do with this machine's;
 * `partial` those that are written, for work on a branch; `none` writes an empty file for
 * each, which is enough to look at the templates.
 */
export const bundlings = ["deploy", "real", "partial", "none"] as const;
export type Bundling = (typeof bundlings)[number];

type Built = Awaited<ReturnType<ReturnType<typeof useRuntimeHandlers>["build"]>>;

/**
 * Replaces SST's bundler for what is deployed: SST's runs npm for every function, brings an old esbuild and forces a
 * sharp that downloads. `sst dev` keeps SST's own, which knows when to rebuild.
 */
export function useOwnBundler(bundling: Bundling): void {
  const handlers = useRuntimeHandlers();
  const own = { deploy: bundleForLambda, real: bundle, partial: bundleIfWhole, none: placeholder }[bundling];
  const sst = handlers.build;
  handlers.build = async (id, mode) => (mode === "deploy" ? own(id) : sst(id, mode));
}

async function bundle(id: string): Promise<Built> {
  const { handler, external, out, file, entry } = layout(id);
  if (!entry) return { type: "error", errors: [`there is no file for ${handler}`] };
  rmSync(out, { recursive: true, force: true });
  await bundleLambda({ entry, outfile: path.join(out, `${file}.mjs`), external });
  for (const { from, to } of external.flatMap(nativeFiles)) cpSync(from, path.join(out, to), { recursive: true, dereference: true });
  return { type: "success", handler, out, sourcemap: undefined };
}

async function bundleForLambda(id: string): Promise<Built> {
  const missing = layout(id).external.flatMap(missingBinaries);
  if (missing.length > 0) return { type: "error", errors: [`run \`npm run native\` first: ${missing.join(", ")} is not on this machine`] };
  return bundle(id);
}

async function bundleIfWhole(id: string): Promise<Built> {
  const built = await bundle(id).catch((error: unknown) => ({ type: "error" as const, errors: [String(error)] }));
  if (built.type === "success") return built;
  console.warn(`left out: ${built.errors.join(" ").split("\n")[1] ?? built.errors.join(" ")}`);
  return placeholder(id);
}

async function placeholder(id: string): Promise<Built> {
  const { handler, out, file } = layout(id);
  const target = path.join(out, `${file}.mjs`);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, "");
  return { type: "success", handler, out, sourcemap: undefined };
}

/** Where a function's source is and where its bundle goes; the handler keeps its path from the root of the repository. */
function layout(id: string) {
  const props = useFunctions().fromID(id);
  if (!props?.handler) throw new Error(`SST knows no function ${id}`);
  const { paths } = useProject();
  const relative = props.handler.replace(/\.\w+$/, "");
  return {
    handler: props.handler,
    external: props.nodejs?.esbuild?.external ?? [],
    out: path.join(paths.artifacts, id),
    file: relative,
    entry: [".ts", ".tsx"].map((extension) => path.join(paths.root, `${relative}${extension}`)).find((candidate) => existsSync(candidate)),
  };
}
