/** Callers a container keeps count of in an hour; all beyond count as one, so that nobody fills its memory or the table. */
const MAX_CALLERS = 500;
export const OTHERS = "others";

type Count = { count: number; told: number };

/** Counts in memory, and says when it is worth a write: at the first count that is told, and at every doubling of it. */
export function memoOf() {
  let hour = "";
  let counts = new Map<string, Count>();
  return {
    /** One more by this caller in this hour; gives under which name, and how many have to be written now, mostly none. */
    add: ({ kind, who, window, first }: { readonly kind: string; readonly who: string; readonly window: string; readonly first: number }) => {
      if (window !== hour) [hour, counts] = [window, new Map()];
      const name = counts.has(`${kind} ${who}`) || counts.size < MAX_CALLERS ? who : OTHERS;
      const one = counts.get(`${kind} ${name}`) ?? { count: 0, told: 0 };
      one.count += 1;
      counts.set(`${kind} ${name}`, one);
      const isDue = one.told === 0 ? one.count >= first : one.count >= 2 * one.told;
      const by = isDue ? one.count - one.told : 0;
      if (isDue) one.told = one.count;
      return { who: name, by };
    },
  };
}
