/** What may go wrong on order. `refuse` is the model's own rules; `garbage` breaks the tool's schema, `oversized` answers 2 MB, `hang` never answers. */
export const faultKinds = ["throttle", "timeout", "unavailable", "garbage", "oversized", "hang", "slow", "refuse"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault that was ordered: how often, and for which tool (any when absent). */
export interface FaultOrder {
  readonly kind: FaultKind;
  readonly times?: number | undefined;
  readonly tool?: string | undefined;
  /** How long `slow` waits, in milliseconds (default 3,000). */
  readonly ms?: number | undefined;
}

/** The faults still to come. */
export interface Faults {
  order(fault: FaultOrder): void;
  clear(): void;
  /** Takes the next fault that concerns this tool. */
  take(tool: string | undefined): FaultOrder | undefined;
  list(): readonly FaultOrder[];
}

/** Starts without faults. */
export function openFaults(): Faults {
  let orders: { readonly fault: FaultOrder; left: number }[] = [];
  return {
    order: (fault) => void orders.push({ fault, left: fault.times ?? 1 }),
    clear: () => {
      orders = [];
    },
    take: (tool) => {
      const next = orders.find(({ fault, left }) => left > 0 && (fault.tool === undefined || fault.tool === tool));
      if (!next) return undefined;
      next.left -= 1;
      orders = orders.filter(({ left }) => left > 0);
      return next.fault;
    },
    list: () => orders.map(({ fault, left }) => ({ ...fault, times: left })),
  };
}

/** Whether a text names a fault. */
export function isFaultKind(value: unknown): value is FaultKind {
  return faultKinds.some((kind) => kind === value);
}
