import { existsSync } from "node:fs";
import { installCommand } from "../system.ts";

const executables = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium that tests may drive, or what is wrong and the command that installs one on this system. */
export type ChromiumCheck =
  | { readonly ok: true; readonly command: string }
  | { readonly ok: false; readonly reason: string; readonly install: string };

/** The browser that `CHROMIUM` names, else the first of the usual places. */
export function findChromium(env: NodeJS.ProcessEnv = process.env, exists: (file: string) => boolean = existsSync): ChromiumCheck {
  const named = env["CHROMIUM"];
  if (named !== undefined && !exists(named))
    return { ok: false, reason: `CHROMIUM names ${named}, which is not there.`, install: installCommand("chromium") };
  const command = named ?? executables.find((file) => exists(file));
  if (command !== undefined) return { ok: true, command };
  return { ok: false, reason: "No Chromium was found (the browser tests drive one; CHROMIUM may name it).", install: installCommand("chromium") };
}

/** What a browser for tests is started with: no screen, no calls home, no sandbox (which containers do not allow). */
export const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;
