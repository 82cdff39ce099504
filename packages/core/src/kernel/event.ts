import type * as z from "zod";

/** A fact that happened, before it is stored: what and about which record. */
export type DomainEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

const registry = new Map<string, z.ZodType>();

/** Every event type that has been declared by the modules loaded so far. */
export const declaredEvents = (): ReadonlyMap<string, z.ZodType> => registry;

/** Declares an event once: its name in the past tense and the ids and facts it carries, never a name or an address. */
export function defineEvent<T extends `${string}.${string}`, S extends z.ZodObject>(type: T, schema: S) {
  registry.set(type, schema);
  const make = (data: z.input<S>): DomainEvent => ({ type, data: schema.parse(data) });
  return Object.assign(make, { type, schema });
}
