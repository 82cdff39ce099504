import { findChromium } from "./engines/chromium.ts";
import { findJava } from "./engines/java.ts";
import { type Need, systemOf } from "./system.ts";

/** Something the machine lacks, and the command that brings it. */
export type Missing = { readonly need: Need; readonly what: string; readonly install: string };

const finders = { java: findJava, chromium: async () => findChromium() } as const satisfies Record<Need, unknown>;

/** What must be installed first; Node was looked at before this file could run. A stage needs no browser, its tests do. */
export async function missingPrerequisites(wanted: readonly Need[] = ["java"]): Promise<readonly Missing[]> {
  const found = await Promise.all(wanted.map(async (need) => ({ need, ...(await finders[need]()) })));
  return found.flatMap((one) => (one.ok ? [] : [{ need: one.need, what: one.reason, install: one.install }]));
}

/** What to tell somebody whose machine lacks something: each with the exact command for their system. */
export const advice = (missing: readonly Missing[]): string =>
  missing.map(({ what, install }) => `${what}\nInstall it with: ${install}\n`).join("\n");

/** The commands that may be run without asking: those of Debian's own packages, as root. */
export function commandsWithoutAsking(missing: readonly Missing[], system = systemOf(), isRoot = process.getuid?.() === 0): readonly string[] {
  if (!isRoot || (system !== "debian" && system !== "ubuntu")) return [];
  const commands = missing.map(({ install }) => install).filter((command) => command.startsWith("apt-get "));
  return commands.length > 0 ? ["apt-get update", ...commands] : [];
}
