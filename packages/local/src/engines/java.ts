import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** DynamoDB Local 3.x is compiled for Java 17 (class version 61). */
export const JAVA_MAJOR = 17;

/** A usable Java runtime, or what is wrong and the command that installs one on this system. */
export type JavaCheck =
  | { readonly ok: true; readonly command: string; readonly major: number }
  | { readonly ok: false; readonly reason: string; readonly install: string };

/** Looks in JAVA_HOME, then on the PATH, for Java 17 or newer. */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<JavaCheck> {
  const home = env["JAVA_HOME"];
  const candidates = [...(home ? [join(home, "bin", process.platform === "win32" ? "java.exe" : "java")] : []), "java"];
  let newest: number | undefined;
  for (const command of candidates) {
    const major = await majorOf(command, env);
    if (major !== undefined && major >= JAVA_MAJOR) return { ok: true, command, major };
    if (major !== undefined) newest = Math.max(newest ?? 0, major);
  }
  const reason = newest === undefined ? "No Java runtime was found" : `Java ${newest} was found, ${JAVA_MAJOR} or newer is needed`;
  return { ok: false, reason: `${reason} (DynamoDB Local runs on it).`, install: installCommand() };
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

const linuxInstalls: readonly (readonly [RegExp, string])[] = [
  [/alpine/, "sudo apk add openjdk17-jre-headless"],
  [/fedora|rhel|centos|amzn/, "sudo dnf install -y java-17-openjdk-headless"],
  [/arch/, "sudo pacman -S --noconfirm jre17-openjdk-headless"],
  [/suse/, "sudo zypper install -y java-17-openjdk-headless"],
];

/** The exact command that installs a Java 17 runtime on this system. */
export function installCommand(platform: NodeJS.Platform = process.platform, release: string = osRelease()): string {
  if (platform === "darwin") return "brew install openjdk@17";
  if (platform === "win32") return "winget install Microsoft.OpenJDK.17";
  const sudoApt = process.getuid?.() === 0 ? "apt-get" : "sudo apt-get";
  return linuxInstalls.find(([name]) => name.test(release))?.[1] ?? `${sudoApt} install -y openjdk-17-jre-headless`;
}

function osRelease(): string {
  return existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8").toLowerCase() : "";
}
