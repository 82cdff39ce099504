import { currencyOf, type DisplayCurrency } from "@sleekapp/core/exchange/facts";
import { useSyncExternalStore } from "react";

const key = "sleekapp.currency";
const listeners = new Set<() => void>();

function read(): DisplayCurrency | undefined {
  try {
    return currencyOf(localStorage.getItem(key));
  } catch {
    return undefined;
  }
}

/** Sets and remembers on this device in which currency amounts are shown beside US dollars; undefined for none. */
export function setCurrency(currency: DisplayCurrency | undefined): void {
  try {
    if (currency === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, currency);
  } catch {
    // Without storage there is no choice to keep.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The currency chosen on this device, undefined while there is none. */
export const useCurrency = (): DisplayCurrency | undefined => useSyncExternalStore(subscribe, read, () => undefined);
