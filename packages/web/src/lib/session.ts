import { useSyncExternalStore } from "react";

/*
 * Whether somebody is signed in, known without loading the authentication library: it leaves one well-known key behind.
 * "Stay signed in" keeps the tokens in local storage; otherwise they end with the tab.
 */
const stayKey = "sleekapp.stay";
const prefix = "CognitoIdentityServiceProvider.";
const listeners = new Set<() => void>();

function storages(): Storage[] {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return [];
  }
}

const holdsSession = (storage: Storage) => Object.keys(storage).some((key) => key.startsWith(prefix) && key.endsWith(".LastAuthUser"));

/** Where tokens are kept for this sign-in. */
export const tokenStorage = (): Storage => (localStorage.getItem(stayKey) === "yes" ? localStorage : sessionStorage);

/** Decides, before signing in, whether the session outlives the tab. */
export function keepSession(stay: boolean): void {
  if (stay) localStorage.setItem(stayKey, "yes");
  else localStorage.removeItem(stayKey);
}

/** True when tokens are stored; they may have ended, which the first call finds out. */
export const isSignedIn = (): boolean => storages().some(holdsSession);

/** Removes every stored token in this browser tab and tells everybody who listens. */
export function forgetSession(): void {
  for (const storage of storages()) {
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
  }
  sessionChanged();
}

/** Tells every `useSession` that somebody signed in or out. */
export function sessionChanged(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Signed in or not, kept up to date across tabs; `false` while a prerendered page is taken over. */
export function useSession(): { readonly signedIn: boolean } {
  return { signedIn: useSyncExternalStore(subscribe, isSignedIn, () => false) };
}
