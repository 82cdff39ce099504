import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

/** Where `tools/fetch-native.ts` puts what Lambda needs and this machine's install leaves out. */
export const fetched = ".build/native/node_modules";

const Package = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

interface Copy {
  readonly from: string;
  readonly to: string;
}

/** Packages of `name` with binaries for Lambda: Linux, arm64, glibc. */
export function lambdaBinaries(name: string): { readonly name: string; readonly version: string }[] {
  return Object.entries(read(name).optionalDependencies)
    .filter(([dependency]) => dependency.endsWith("-linux-arm64"))
    .map(([dependency, version]) => ({ name: dependency, version }));
}

/**
 * Directories to ship for a package with native code: itself, what it requires, and its binaries. Without the fetched
 * binaries the bundle runs on this machine only (Node then finds the installed ones further up).
 */
export function nativeFiles(name: string): Copy[] {
  const plain = withDependencies(name).map((dependency) => copy("node_modules", dependency));
  const binaries = lambdaBinaries(name).filter((binary) => existsSync(path.join(fetched, binary.name)));
  return [...plain, ...binaries.map((binary) => copy(fetched, binary.name))];
}

function withDependencies(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  return [name, ...Object.keys(read(name).dependencies).flatMap((dependency) => withDependencies(dependency, seen))];
}

const copy = (root: string, name: string): Copy => ({ from: path.join(root, name), to: path.join("node_modules", name) });

const read = (name: string) => Package.parse(JSON.parse(readFileSync(path.join("node_modules", name, "package.json"), "utf8")));
