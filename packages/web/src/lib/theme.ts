import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";
const key = "sleekapp.theme";
const listeners = new Set<() => void>();

function read(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

/** Sets and remembers the theme on this device; `system` follows the machine. */
export function setTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function subscribeToScheme(listener: () => void) {
  const machine = matchMedia("(prefers-color-scheme: dark)");
  machine.addEventListener("change", listener);
  const stop = subscribe(listener);
  return () => {
    machine.removeEventListener("change", listener);
    stop();
  };
}

const readScheme = (): "light" | "dark" => {
  const theme = read();
  return theme === "system" ? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") : theme;
};

/** What the page looks like now, light or dark; for what cannot read our variables. */
export const useScheme = (): "light" | "dark" => useSyncExternalStore(subscribeToScheme, readScheme, () => "light");

/** The theme chosen on this device. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, read, () => "system");
