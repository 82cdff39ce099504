import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { installCommand } from "../system.ts";

const run = promisify(execFile);

/** DynamoDB Local 3.x is compiled for Java 17 (class version 61). */
export const JAVA_MAJOR = 17;

/** A usable Java runtime, or what is wrong and the command that installs one on this system. */
export type JavaCheck =
  | { readonly ok: true; readonly command: string; readonly major: number }
  | { readonly ok: false; readonly reason: string; readonly install: string };

/** Homebrew keeps its Java off the PATH. */
const homebrew = ["/opt/homebrew/opt/openjdk@17/bin/java", "/usr/local/opt/openjdk@17/bin/java"];

/** Looks in JAVA_HOME, on the PATH, then where Homebrew puts it, for Java 17 or newer. */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<JavaCheck> {
  const home = env["JAVA_HOME"];
  const candidates = [...(home ? [join(home, "bin", process.platform === "win32" ? "java.exe" : "java")] : []), "java", ...homebrew];
  let newest: number | undefined;
  for (const command of candidates) {
    const major = await majorOf(command, env);
    if (major !== undefined && major >= JAVA_MAJOR) return { ok: true, command, major };
    if (major !== undefined) newest = Math.max(newest ?? 0, major);
  }
  const reason = newest === undefined ? "No Java runtime was found" : `Java ${newest} was found, ${JAVA_MAJOR} or newer is needed`;
  return { ok: false, reason: `${reason} (DynamoDB Local runs on it).`, install: installCommand("java") };
}

async function majorOf(command: string, env: NodeJS.ProcessEnv): Promise<number | undefined> {
  try {
    const { stderr, stdout } = await run(command, ["-version"], { env });
    return parseMajor(stderr + stdout);
  } catch {
    return undefined;
  }
}

/** Reads the major version out of `java -version`: "17.0.15" is 17, the old "1.8.0_402" is 8. */
export function parseMajor(text: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
