import { useSearchParams } from "react-router";

type Values<T> = { readonly [K in keyof T]: string };
type Change<T> = { readonly [K in keyof T]?: string | undefined };
type SetUrl<T> = (change: Change<T> | ((now: Values<T>) => Change<T>), options?: { readonly replace?: boolean }) => void;

type Defaults = Readonly<Record<string, string>>;

const valuesIn = (params: URLSearchParams, defaults: Defaults): Defaults =>
  Object.fromEntries(Object.entries(defaults).map(([key, initial]) => [key, params.get(key) ?? initial]));

/**
 * Filters, tabs and sort orders kept in the address, so that reload, Back and a shared link keep them.
 * `defaults` names every key; a value equal to its default leaves the address. Setting any key drops `cursor`.
 * A change that builds on what is set is given as a function: it sees the address as it is, which the page may still have to show.
 */
export function useUrlState<const T extends Readonly<Record<string, string>>>(defaults: T): readonly [Values<T>, SetUrl<T>];
export function useUrlState(defaults: Defaults): readonly [Defaults, SetUrl<Record<string, string>>] {
  const [params, setParams] = useSearchParams();
  const set: SetUrl<Record<string, string>> = (change, options) => {
    // Not the address that was drawn last: of two clicks in one moment the second would undo the first.
    const before = new URLSearchParams(window.location.search);
    const wanted = typeof change === "function" ? change(valuesIn(before, defaults)) : change;
    setParams(changed(before, wanted, defaults), { replace: options?.replace ?? false, preventScrollReset: true });
  };
  return [valuesIn(params, defaults), set];
}

function changed(before: URLSearchParams, change: Change<Record<string, string>>, defaults: Defaults): URLSearchParams {
  const next = new URLSearchParams(before);
  next.delete("cursor");
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || value === "" || value === defaults[key]) next.delete(key);
    else next.set(key, value);
  }
  return next;
}
