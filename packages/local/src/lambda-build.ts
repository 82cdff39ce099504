import { existsSync, mkdirSync, readFileSync, statSync, type FSWatcher, watch, writeFileSync } from "node:fs";
import path from "node:path";
import { type Metafile, version } from "esbuild";
import * as z from "zod";
import { esmBanner } from "../../../tools/esm-banner.ts";
import { slim } from "../../../tools/slim-bundle.ts";
import { runEsbuild } from "./process-esbuild.ts";

export type BuildOptions = {
  /** Root of the repository; handlers and inputs are relative to it. */
  readonly root: string;
  /** Where bundles go; inside the repository, so that packages left out of a bundle are found. */
  readonly outDir: string;
  /** `packages/functions/src/http/lambda/quote.handler` */
  readonly handlers: readonly string[];
};

export type Built = {
  /** The program every environment starts with. */
  readonly runtimeFile: string;
  /** Handlers without a source file. */
  readonly missing: readonly string[];
  readonly isFromCache: boolean;
  /** Rebuilds what changed sources touch, and names it; errors are told, the old code stays. */
  readonly watch: (told: WatchEvents) => { readonly stop: () => void };
};

export type WatchEvents = {
  readonly onRebuilt: (handlers: readonly string[], milliseconds: number) => void;
  readonly onError: (message: string) => void;
};

/** Native code cannot be bundled; on Lambda it lies beside the bundle, here in node_modules. */
const external = ["sharp"];
const runtimeEntry = path.join(import.meta.dirname, "runtime.ts");
const moduleOf = (handler: string): string => handler.replace(/\.\w+$/, "");

const sourceOf = (root: string, handler: string): string | undefined =>
  [".ts", ".tsx"].map((extension) => path.join(root, moduleOf(handler) + extension)).find((file) => existsSync(file));

/** Same settings as a deployed bundle, unminified so that a stack trace reads well. */
async function bundle({ root, outDir }: BuildOptions, entries: readonly { readonly in: string; readonly out: string }[]): Promise<Metafile> {
  const result = await runEsbuild({
    absWorkingDir: root,
    entryPoints: [...entries],
    outdir: outDir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    mainFields: ["module", "main"],
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    external,
    metafile: true,
    logLevel: "silent",
    plugins: [slim],
    banner: { js: esmBanner },
  });
  return result.metafile;
}

const Ledger = z.object({
  version: z.string(),
  handlers: z.array(z.string()),
  inputs: z.record(z.string(), z.array(z.string())),
  stamps: z.record(z.string(), z.string()),
});
type Ledger = z.output<typeof Ledger>;

const stamp = (file: string): string => {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs}:${stats.size}` : "gone";
};

/** What an earlier build was made of, when nothing of it has changed since. */
function readLedger(options: BuildOptions, wanted: readonly string[]): Ledger | undefined {
  const file = path.join(options.outDir, "build.json");
  if (!existsSync(file)) return undefined;
  const parsed = Ledger.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) return undefined;
  const { version: builtBy, handlers, stamps } = parsed.data;
  const isSame = builtBy === version && handlers.join() === wanted.join();
  return isSame && Object.entries(stamps).every(([input, before]) => stamp(path.join(options.root, input)) === before) ? parsed.data : undefined;
}

/** Inputs of each bundle, by handler module. */
function inputsOf(metafile: Metafile, { root, outDir }: BuildOptions): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(metafile.outputs)
      .filter(([file]) => file.endsWith(".mjs"))
      .map(([file, output]) => [path.relative(outDir, path.resolve(root, file)).replace(/\.mjs$/, ""), Object.keys(output.inputs)]),
  );
}

function writeLedger(options: BuildOptions, handlers: readonly string[], inputs: Record<string, string[]>): void {
  const files = new Set(Object.values(inputs).flat());
  const stamps = Object.fromEntries([...files].map((file) => [file, stamp(path.join(options.root, file))]));
  const ledger: Ledger = { version, handlers: [...handlers], inputs, stamps };
  writeFileSync(path.join(options.outDir, "build.json"), JSON.stringify(ledger));
}

const watched = ["packages/core/src", "packages/contracts/src", "packages/functions/src", "packages/mail/src"];

/** Collects changes until nothing has changed for a moment. */
function debounce(run: (files: readonly string[]) => void): (file: string) => void {
  const files = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  return (file) => {
    files.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const batch = [...files];
      files.clear();
      run(batch);
    }, 60);
  };
}

function watchSources(options: BuildOptions, inputs: Record<string, string[]>, { onRebuilt, onError }: WatchEvents): { readonly stop: () => void } {
  const failed = new Set<string>();
  const rebuild = async (changed: readonly string[]) => {
    const from = performance.now();
    const touched = options.handlers.filter(
      (handler) =>
        failed.has(handler) ||
        inputs[moduleOf(handler)]?.some((input) => changed.includes(input)) ||
        changed.some((file) => moduleOf(handler) === file.replace(/\.tsx?$/, "")),
    );
    const entries = touched.flatMap((handler) => {
      const source = sourceOf(options.root, handler);
      return source === undefined ? [] : [{ in: source, out: moduleOf(handler) }];
    });
    if (entries.length === 0) return;
    try {
      Object.assign(inputs, inputsOf(await bundle(options, entries), options));
      failed.clear();
      writeLedger(options, options.handlers, inputs);
      onRebuilt(touched, performance.now() - from);
    } catch (error) {
      for (const handler of touched) failed.add(handler);
      onError(error instanceof Error ? error.message : String(error));
    }
  };
  const note = debounce((files) => void rebuild(files));
  const watchers: FSWatcher[] = watched
    .filter((dir) => existsSync(path.join(options.root, dir)))
    .map((dir) => watch(path.join(options.root, dir), { recursive: true }, (_, file) => file !== null && note(path.posix.join(dir, file))));
  return { stop: () => watchers.forEach((watcher) => watcher.close()) };
}

/** Whether the last build into this directory still stands. */
export const isBuilt = (options: BuildOptions): boolean => readLedger(options, presentOf(options)) !== undefined;

const presentOf = ({ root, handlers }: BuildOptions): string[] =>
  [...new Set(handlers)].toSorted().filter((handler) => sourceOf(root, handler) !== undefined);

/** Bundles every handler and the runtime, unless the last build still stands. */
export async function buildFunctions(options: BuildOptions): Promise<Built> {
  const wanted = [...new Set(options.handlers)].toSorted();
  const sources = wanted.map((handler) => ({ handler, source: sourceOf(options.root, handler) }));
  const present = presentOf(options);
  mkdirSync(options.outDir, { recursive: true });
  const ledger = readLedger(options, present);
  let inputs = ledger?.inputs;
  if (!inputs) {
    const entries = sources.flatMap(({ handler, source }) => (source === undefined ? [] : [{ in: source, out: moduleOf(handler) }]));
    inputs = inputsOf(await bundle(options, [{ in: runtimeEntry, out: "runtime" }, ...entries]), options);
    writeLedger(options, present, inputs);
  }
  const known = inputs;
  return {
    runtimeFile: path.join(options.outDir, "runtime.mjs"),
    missing: sources.filter((item) => item.source === undefined).map((item) => item.handler),
    isFromCache: ledger !== undefined,
    watch: (told) => watchSources({ ...options, handlers: wanted }, known, told),
  };
}
