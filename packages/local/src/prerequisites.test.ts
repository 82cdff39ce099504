import { expect, test } from "vitest";
import { findChromium } from "./engines/chromium.ts";
import { advice, commandsWithoutAsking, missingPrerequisites } from "./prerequisites.ts";
import { installCommand, needs, systemOf, systems } from "./system.ts";

const release = {
  debian: 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nHOME_URL="https://www.debian.org/"',
  ubuntu: 'ID=ubuntu\nID_LIKE=debian\nHOME_URL="https://www.ubuntu.com/search"',
  mint: 'ID=linuxmint\nID_LIKE="ubuntu debian"',
  fedora: "ID=fedora\nVARIANT_ID=container",
  rocky: 'ID="rocky"\nID_LIKE="rhel centos fedora"',
  nixos: "ID=nixos",
} as const;

const lacking = (install: string) => ({ need: "java", what: "No Java runtime was found.", install }) as const;

test.each([
  ["debian", "debian"],
  ["ubuntu", "ubuntu"],
  ["mint", "ubuntu"],
  ["fedora", "fedora"],
  ["rocky", "rhel"],
  ["nixos", "unknown"],
] as const)("the release file of %s is read as %s", (name, system) => {
  expect(systemOf("linux", release[name])).toBe(system);
});

test("a Mac and Windows need no release file", () => {
  expect([systemOf("darwin", ""), systemOf("win32", "")]).toEqual(["macos", "windows"]);
});

test("every need has a command on every system, with sudo where somebody without rights types it", () => {
  const commands = systems.flatMap((system) => needs.map((need) => installCommand(need, system, false)));

  expect(commands.every((command) => command.length > 10)).toBe(true);
  expect(installCommand("java", "debian", false)).toBe("sudo apt-get install -y --no-install-recommends default-jre-headless");
  expect(installCommand("chromium", "debian", true)).toBe("apt-get install -y --no-install-recommends chromium");
  expect(installCommand("java", "fedora", false)).toBe("sudo dnf install -y java-21-openjdk-headless");
  expect(installCommand("java", "macos", false)).toBe("brew install openjdk@17");
});

test("only Debian's packages are installed without asking, and only as root", () => {
  const java = lacking("apt-get install -y default-jre-headless");

  expect(commandsWithoutAsking([java], "debian", true)).toEqual(["apt-get update", java.install]);
  expect(commandsWithoutAsking([java], "debian", false)).toEqual([]);
  expect(commandsWithoutAsking([lacking("dnf install -y java")], "fedora", true)).toEqual([]);
  expect(commandsWithoutAsking([lacking("snap install chromium")], "ubuntu", true)).toEqual([]);
});

test("a browser is the named one, else the first there is; otherwise the command that brings one is told", () => {
  expect(findChromium({}, (file) => file === "/snap/bin/chromium")).toEqual({ ok: true, command: "/snap/bin/chromium" });
  expect(findChromium({ CHROMIUM: "/opt/chrome" }, () => true)).toEqual({ ok: true, command: "/opt/chrome" });
  expect(findChromium({ CHROMIUM: "/opt/chrome" }, (file) => file !== "/opt/chrome")).toMatchObject({
    ok: false,
    reason: expect.stringContaining("/opt/chrome"),
  });
  expect(findChromium({}, () => false)).toMatchObject({ ok: false, install: expect.stringContaining("chrom") });
});

test("this machine has what the tests themselves are running on", async () => {
  expect(await missingPrerequisites(["java", "chromium"])).toEqual([]);
});

test("what is missing is told with its command", () => {
  expect(advice([lacking("brew install openjdk@17")])).toBe("No Java runtime was found.\nInstall it with: brew install openjdk@17\n");
});
