import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { buildManifest, type LambdaFunction } from "@sleekapp/local/manifest";
import { ensureAssembly } from "@sleekapp/local/stage-assembly";
import { median } from "@sleekapp/local/costs";
import { bundleLambda } from "../lambda-bundle.ts";
import { root } from "../source.ts";
import type { Figure } from "./figure.ts";

const RUNS = 11;
const API = { kilobytes: 260, milliseconds: 90 } as const;
const GOALS: Readonly<Record<string, typeof API | { readonly kilobytes: number; readonly milliseconds: number }>> = {
  content: { kilobytes: 240, milliseconds: 80 },
  hooks: { kilobytes: 180, milliseconds: 60 },
};
const EXEMPT: Readonly<Record<string, string>> = {
  "render-invoice": "exempt: makes PDFs",
  "publish-photo": "exempt: works on images",
  catalog: "exempt: holds the search",
  "index-product": "exempt: holds the search",
};

const outDir = path.join(root, ".build/bench");

/** CPU of a fresh process that loads the file and ends, in milliseconds. */
function cpuOf(file: string, environment: Readonly<Record<string, string>>): number {
  const script = `await import(${JSON.stringify(file)}); const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000)); process.exit(0);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    env: { ...environment, AWS_REGION: "us-east-1" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${file} does not load: ${stderr}`);
  return Number(stdout);
}

async function bundled({ handler, name }: LambdaFunction): Promise<string> {
  const outfile = path.join(outDir, `${name}.mjs`);
  await bundleLambda({ entry: path.join(root, handler.replace(/\.\w+$/, ".ts")), outfile, external: ["sharp"] });
  return outfile;
}

type Loaded = { readonly fn: LambdaFunction; readonly file: string; readonly milliseconds: number[] };

function figuresOf({ fn, file, milliseconds }: Loaded, empty: number): Figure[] {
  const name = fn.name.replace(/^.*?sleekapp-/, "");
  const note = EXEMPT[name];
  const goal = GOALS[name] ?? API;
  const kilobytes = gzipSync(readFileSync(file)).byteLength / 1024;
  return [
    { row: "P3", what: name, value: kilobytes, unit: "KB gz", ...(note === undefined ? { goal: goal.kilobytes } : { note }) },
    { row: "P3", what: name, value: median(milliseconds) - empty, unit: "ms CPU", ...(note === undefined ? { goal: goal.milliseconds } : { note }) },
  ];
}

/** Size and time to load of every function as it is deployed, over an empty one. */
export async function bundleFigures(): Promise<Figure[]> {
  const { dir } = await ensureAssembly({ root, stage: "dev", cacheDir: path.join(root, ".local/assemblies") });
  mkdirSync(outDir, { recursive: true });
  const empty = path.join(outDir, "empty.mjs");
  writeFileSync(empty, "export const handler = async () => undefined;\n");
  const nothing: number[] = [];
  const loaded: Loaded[] = [];
  for (const fn of Object.values(buildManifest(dir).functions)) loaded.push({ fn, file: await bundled(fn), milliseconds: [] });
  // Round by round, so that a busy moment of the machine touches all alike and the median forgets it.
  for (let run = 0; run < RUNS; run += 1) {
    nothing.push(cpuOf(empty, {}));
    for (const { fn, file, milliseconds } of loaded) milliseconds.push(cpuOf(file, fn.environment));
  }
  return loaded.flatMap((one) => figuresOf(one, median(nothing)));
}
