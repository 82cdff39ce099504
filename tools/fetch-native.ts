import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as z from "zod";
import { fetched, isForLambda, missingBinaries, nativeBinaries, nativePackages } from "./native.ts";

const Lockfile = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional(), integrity: z.string().optional() })) });

/**
 * Fetches the binaries for Lambda (Linux, arm64) that npm leaves out on another machine, in the versions and with the
 * checksums of the lockfile. Run once before a deployment; needs the registry.
 */
function fetchNative(): void {
  const lock = Lockfile.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  for (const name of nativePackages.flatMap(missingBinaries)) {
    const { version, integrity } = lock.packages[`node_modules/${name}`] ?? {};
    if (!version || !integrity) throw new Error(`the lockfile does not know ${name}`);
    const target = path.join(fetched, name);
    unpack(download(name, version, integrity), target);
    console.log(`${name} ${version} is in ${target}`);
  }
  for (const { from } of nativePackages.flatMap(nativeBinaries)) prove(from);
}

function download(name: string, version: string, integrity: string): string {
  const directory = mkdtempSync(path.join(tmpdir(), "native-"));
  execFileSync("npm", ["pack", `${name}@${version}`, "--pack-destination", directory, "--silent"], { stdio: "ignore" });
  const [file] = readdirSync(directory);
  if (!file) throw new Error(`npm packed nothing for ${name}`);
  const tarball = path.join(directory, file);
  const found = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  if (found !== integrity) throw new Error(`${name} ${version} is not what the lockfile promises: ${found}`);
  return tarball;
}

function unpack(tarball: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
  rmSync(path.dirname(tarball), { recursive: true });
}

function prove(root: string): void {
  const binaries = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:node|so[.\d]*)$/.test(file));
  if (binaries.length === 0) throw new Error(`${root} has no binary`);
  for (const file of binaries) if (!isForLambda(path.join(root, file))) throw new Error(`${path.join(root, file)} is not for arm64`);
}

fetchNative();
