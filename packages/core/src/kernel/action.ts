import type * as z from "zod";
import type { Actor } from "./actor.ts";
import { forbidden, notFound } from "./error.ts";
import { parseInput } from "./input.ts";
import { Request } from "./request.ts";

/** `see` decides 404 or 403: an actor who may not see a record must not learn that it exists. */
export type Policy<R> = {
  readonly see: (actor: Actor, record: R) => boolean;
  readonly act: (actor: Actor, record: R) => boolean;
};

/**
 * What the action does to the world. Commands and sensitive reads (money, admin) re-read the caller's membership;
 * plain reads trust the token for its 15 minutes.
 */
export type Effect = "read" | "sensitive-read" | "command";

export type ActionSpec<S extends z.ZodType, R> = {
  readonly name: `${string}.${string}`;
  readonly effect: Effect;
  readonly input: S;
  readonly load: (input: z.output<S>) => Promise<R | undefined>;
  readonly policy: Policy<NoInfer<R>>;
};

export type ActionRun<S extends z.ZodType, R> = { readonly input: z.output<S>; readonly record: R; readonly actor: Actor; readonly now: Date };

/** For actions whose permission depends on the actor alone. */
export const nothing = async (): Promise<Record<never, never>> => ({});

/** A policy whose record is of whatever kind the action loads. */
type AnyPolicy = { see(actor: Actor, record: unknown): boolean; act(actor: Actor, record: unknown): boolean };

export type DeclaredAction = { readonly name: string; readonly effect: Effect; readonly policy: AnyPolicy };

const registry = new Map<string, DeclaredAction>();

/** Every action that has been declared by the modules loaded so far; the access document is made from it. */
export const declaredActions = (): readonly DeclaredAction[] => [...registry.values()];

/** An action names its input, loads its record and states its policy; there is no way to declare one without a policy. */
export function action<S extends z.ZodType, R, T>(spec: ActionSpec<S, R>, run: (at: ActionRun<S, R>) => Promise<T>) {
  registry.set(spec.name, { name: spec.name, effect: spec.effect, policy: spec.policy });
  const call = async (raw: z.input<S>): Promise<T> => {
    const request = Request.use();
    const input = parseInput(spec.input, raw);
    const standing = spec.effect === "read" ? request.actor : request.standing(request.actor);
    const [record, actor] = await Promise.all([spec.load(input), standing, request.preflight]);
    if (!record || !spec.policy.see(actor, record)) throw notFound();
    if (!spec.policy.act(actor, record)) throw forbidden(`${spec.name}.forbidden`, "You are not allowed to do this");
    return Request.with({ ...request, actor }, () => run({ input, record, actor, now: request.now }));
  };
  return Object.assign(call, { input: spec.input, action: spec.name, effect: spec.effect });
}
