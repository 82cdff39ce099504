import { AsyncLocalStorage } from "node:async_hooks";

/** A value that follows one request through its awaits, without being passed by hand. */
export function createContext<T extends object>(name: string) {
  const storage = new AsyncLocalStorage<T>();
  return {
    with: <R>(value: T, run: () => R): R => storage.run(value, run),
    find: (): T | undefined => storage.getStore(),
    use: (): T => {
      const value = storage.getStore();
      if (!value) throw new Error(`${name} context is missing`);
      return value;
    },
  };
}
