import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

/** Packages with native code that some Lambda uses; each is shipped beside the bundle. */
export const nativePackages = ["sharp"] as const;

/** Where `npm run native` puts the binaries for Lambda that this machine's install leaves out. */
export const fetched = ".build/native/node_modules";

const Package = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

interface Copy {
  readonly from: string;
  readonly to: string;
}

/** Names of the packages that hold the binaries of `name` for Lambda: Linux, arm64, glibc. */
function lambdaBinaries(name: string): string[] {
  return Object.keys(read(name).optionalDependencies).filter((dependency) => dependency.endsWith("-linux-arm64"));
}

/**
 * Directories to ship for a package with native code: itself, what it requires, and its binaries. Where a binary is
 * missing the bundle runs on this machine only, whose own binary Node finds further up.
 */
export function nativeFiles(name: string): Copy[] {
  return [...required(name).map((dependency) => copy("node_modules", dependency)), ...nativeBinaries(name)];
}

/** The binaries for Lambda that this machine has. */
export function nativeBinaries(name: string): Copy[] {
  return lambdaBinaries(name).flatMap((binary) => {
    const root = ["node_modules", fetched].find((candidate) => existsSync(path.join(candidate, binary)));
    return root ? [copy(root, binary)] : [];
  });
}

/** Binaries for Lambda that are neither installed nor fetched. */
export const missingBinaries = (name: string): string[] =>
  lambdaBinaries(name).filter((binary) => !nativeBinaries(name).some(({ to }) => to === path.join("node_modules", binary)));

/** True for a shared object or add-on in ELF for arm64. */
export function isForLambda(file: string): boolean {
  const header = readFileSync(file).subarray(0, 20);
  const elf = header.subarray(0, 4).equals(Buffer.from([0x7f, 0x45, 0x4c, 0x46]));
  const aarch64 = 183;
  return elf && header.readUInt16LE(18) === aarch64;
}

/** The package and everything it requires, without what it carries in a node_modules of its own. */
function required(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const shared = Object.keys(read(name).dependencies).filter(
    (dependency) => !existsSync(path.join("node_modules", name, "node_modules", dependency)),
  );
  return [name, ...shared.flatMap((dependency) => required(dependency, seen))];
}

const copy = (root: string, name: string): Copy => ({ from: path.join(root, name), to: path.join("node_modules", name) });

const read = (name: string) => Package.parse(JSON.parse(readFileSync(path.join("node_modules", name, "package.json"), "utf8")));
