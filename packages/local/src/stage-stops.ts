/** What has to be ended, in the order it was begun. */
export type Stops = {
  readonly add: (name: string, stop: () => Promise<unknown> | void) => void;
  /** Ends everything, the latest first; a part that does not end within its limit is left behind and told. */
  readonly run: (onStuck?: (name: string) => void) => Promise<void>;
};

const limitMs = 4000;

/** An empty list. */
export function stopList(): Stops {
  const parts: { readonly name: string; readonly stop: () => Promise<unknown> | void }[] = [];
  return {
    add: (name, stop) => void parts.push({ name, stop }),
    run: async (onStuck = () => undefined) => {
      for (let part = parts.pop(); part; part = parts.pop()) {
        const { name, stop } = part;
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(() => {
          onStuck(name);
          resolve();
        }, limitMs);
        await Promise.race([Promise.resolve(stop()).catch((error: unknown) => onStuck(`${name}: ${String(error)}`)), promise]);
        clearTimeout(timer);
      }
    },
  };
}
