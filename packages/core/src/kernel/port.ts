/** A hole in the domain that the edge fills: the domain says what it needs, the composition root says who does it. */
export function definePort<T extends object>(name: string) {
  let provided: T | undefined;
  return {
    provide: (implementation: T): void => {
      provided = implementation;
    },
    use: (): T => {
      if (!provided) throw new Error(`port ${name} is not provided`);
      return provided;
    },
  };
}
