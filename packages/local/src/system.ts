import { existsSync, readFileSync } from "node:fs";

/** What the machine is asked for beyond npm's packages. */
export const needs = ["java", "chromium"] as const;
export type Need = (typeof needs)[number];

export const systems = ["debian", "ubuntu", "fedora", "rhel", "alpine", "arch", "suse", "macos", "windows", "unknown"] as const;
export type System = (typeof systems)[number];

const packageOf: Readonly<Record<System, Readonly<Record<Need, string>>>> = {
  debian: {
    java: "apt-get install -y --no-install-recommends default-jre-headless",
    chromium: "apt-get install -y --no-install-recommends chromium",
  },
  // Ubuntu's own package of Chromium only points at the snap.
  ubuntu: { java: "apt-get install -y --no-install-recommends openjdk-17-jre-headless", chromium: "snap install chromium" },
  fedora: { java: "dnf install -y java-21-openjdk-headless", chromium: "dnf install -y chromium" },
  rhel: { java: "dnf install -y java-21-openjdk-headless", chromium: "dnf install -y epel-release chromium" },
  alpine: { java: "apk add openjdk17-jre-headless", chromium: "apk add chromium" },
  arch: { java: "pacman -S --noconfirm jre17-openjdk-headless", chromium: "pacman -S --noconfirm chromium" },
  suse: { java: "zypper install -y java-17-openjdk-headless", chromium: "zypper install -y chromium" },
  macos: { java: "brew install openjdk@17", chromium: "brew install --cask google-chrome" },
  windows: { java: "winget install Microsoft.OpenJDK.17", chromium: "winget install Google.Chrome" },
  unknown: { java: "install a Java runtime, 17 or newer, by your system's own means", chromium: "install Chromium by your system's own means" },
};

/** Families that name themselves otherwise than the table. */
const alias: Readonly<Record<string, System>> = {
  centos: "rhel",
  rocky: "rhel",
  almalinux: "rhel",
  "opensuse-leap": "suse",
  "opensuse-tumbleweed": "suse",
};

/** Which of the known systems this is; a derivative counts as what it says it is like. */
export function systemOf(platform: NodeJS.Platform = process.platform, release: string = osRelease()): System {
  if (platform === "darwin") return "macos";
  if (platform === "win32") return "windows";
  const field = (name: string) => new RegExp(`^${name}="?([^"\\n]*)`, "m").exec(release)?.[1]?.split(" ") ?? [];
  const named = [...field("ID"), ...field("ID_LIKE")].map((id) => alias[id] ?? systems.find((system) => system === id));
  return named.find((system) => system !== undefined) ?? "unknown";
}

/** The exact command that brings what is missing to this system. */
export function installCommand(need: Need, system: System = systemOf(), isRoot: boolean = process.getuid?.() === 0): string {
  const command = packageOf[system][need];
  return isRoot || ["macos", "windows", "unknown"].includes(system) ? command : `sudo ${command}`;
}

function osRelease(): string {
  return existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
}
