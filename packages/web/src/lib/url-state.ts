import { useSearchParams } from "react-router";

type Values<T> = { readonly [K in keyof T]: string };
type Change<T> = { readonly [K in keyof T]?: string | undefined };
type SetUrl<T> = (change: Change<T>, options?: { readonly replace?: boolean }) => void;

/**
 * Filters, tabs and sort orders kept in the address, so that reload, Back and a shared link keep them.
 * `defaults` names every key; a value equal to its default leaves the address. Setting any key drops `cursor`.
 */
export function useUrlState<const T extends Readonly<Record<string, string>>>(defaults: T): readonly [Values<T>, SetUrl<T>];
export function useUrlState(defaults: Readonly<Record<string, string>>): readonly [Readonly<Record<string, string>>, SetUrl<Record<string, string>>] {
  const [params, setParams] = useSearchParams();
  const value = Object.fromEntries(Object.entries(defaults).map(([key, initial]) => [key, params.get(key) ?? initial]));
  const set: SetUrl<Record<string, string>> = (change, options) =>
    setParams((before) => changed(before, change, defaults), { replace: options?.replace ?? false, preventScrollReset: true });
  return [value, set];
}

function changed(before: URLSearchParams, change: Change<Record<string, string>>, defaults: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(before);
  next.delete("cursor");
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || value === "" || value === defaults[key]) next.delete(key);
    else next.set(key, value);
  }
  return next;
}
