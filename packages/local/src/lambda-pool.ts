import { type Environment, type EnvironmentHost, type Runnable, startEnvironment } from "./lambda-environment.ts";

export type PoolLimits = {
  /** Environments of all functions together. */
  readonly maxEnvironments: number;
  readonly maxPerFunction: number;
  /** Milliseconds after which an idle environment is ended. */
  readonly idleMs: number;
};

type Waiter = { readonly name: string; readonly isNested: boolean; readonly give: (place: Place) => void };

/** An environment that is the caller's until it is released. */
export type Place = { readonly environment: Environment; readonly isCold: boolean };

export type Pool = {
  readonly limits: PoolLimits;
  readonly host: EnvironmentHost;
  readonly functions: Map<string, Runnable>;
  readonly environments: Set<Environment>;
  /** Given to a caller. */
  readonly taken: Set<Environment>;
  /** Gets no more work: old code, or on its way out. */
  readonly retired: Set<Environment>;
  readonly waiters: Waiter[];
  isStopped: boolean;
};

/** A pool without environments; they are started when they are asked for. */
export const createPool = (limits: PoolLimits, host: EnvironmentHost): Pool => ({
  limits,
  host,
  functions: new Map(),
  environments: new Set(),
  taken: new Set(),
  retired: new Set(),
  waiters: [],
  isStopped: false,
});

const free = ({ environments, taken, retired }: Pool): Environment[] =>
  [...environments].filter((environment) => !taken.has(environment) && !retired.has(environment));

function retire(pool: Pool, environment: Environment): void {
  pool.retired.add(environment);
  if (!pool.taken.has(environment)) environment.kill();
}

async function forgetWhenGone(pool: Pool, environment: Environment): Promise<void> {
  await environment.exited;
  for (const set of [pool.environments, pool.taken, pool.retired]) set.delete(environment);
  serveWaiters(pool);
}

function start(pool: Pool, name: string): Environment {
  const fn = pool.functions.get(name);
  if (!fn) throw new Error(`Function not found: ${name}`);
  const environment = startEnvironment(fn, pool.host);
  pool.environments.add(environment);
  void forgetWhenGone(pool, environment);
  return environment;
}

/** Makes room for one more environment of this function, at the cost of the one idle for longest; false when there is none. */
function makeRoom(pool: Pool, name: string, oldest: Environment | undefined): boolean {
  const live = [...pool.environments].filter((environment) => !pool.retired.has(environment));
  if (live.filter((environment) => environment.functionName === name).length >= pool.limits.maxPerFunction) return false;
  if (live.length < pool.limits.maxEnvironments) return true;
  if (!oldest) return false;
  retire(pool, oldest);
  return true;
}

function findOrStart(pool: Pool, { name, isNested }: Waiter): Place | undefined {
  // The latest used first, so that the others stay idle and are ended.
  const idle = free(pool).toSorted((a, b) => b.idleSince() - a.idleSince());
  const warm = idle.find((environment) => environment.functionName === name);
  if (warm) return { environment: warm, isCold: false };
  if (!isNested && !makeRoom(pool, name, idle.at(-1))) return undefined;
  return { environment: start(pool, name), isCold: true };
}

function serveWaiters(pool: Pool): void {
  if (pool.isStopped) return;
  const waiting = pool.waiters.splice(0);
  for (const waiter of waiting) {
    const place = findOrStart(pool, waiter);
    if (!place) {
      pool.waiters.push(waiter);
      continue;
    }
    pool.taken.add(place.environment);
    waiter.give(place);
  }
}

/** Waits for an environment of the function; a nested call may exceed the limits. */
export function acquire(pool: Pool, name: string, isNested: boolean): Promise<Place> {
  return new Promise((give) => {
    pool.waiters.push({ name, isNested, give });
    serveWaiters(pool);
  });
}

/** What nested calls started beyond the limit goes again: the one idle for longest first. */
function shrink(pool: Pool): void {
  const idle = free(pool).toSorted((a, b) => a.idleSince() - b.idleSince());
  const surplus = pool.environments.size - pool.retired.size - pool.limits.maxEnvironments;
  for (const environment of idle.slice(0, Math.max(0, surplus))) retire(pool, environment);
}

/** Gives an environment back. */
export function release(pool: Pool, environment: Environment): void {
  pool.taken.delete(environment);
  if (pool.retired.has(environment)) environment.kill();
  serveWaiters(pool);
  shrink(pool);
}

/** Ends what has been idle for too long. */
export function reap(pool: Pool): void {
  const limit = performance.now() - pool.limits.idleMs;
  for (const environment of free(pool)) if (environment.idleSince() < limit) retire(pool, environment);
}

/** Environments of these functions (of all, when none is named) get no more work. */
export function retireAll(pool: Pool, names?: readonly string[]): void {
  for (const environment of pool.environments) if (!names || names.includes(environment.functionName)) retire(pool, environment);
}

/** Ends every environment, also those at work, and waits for it. */
export async function stopPool(pool: Pool): Promise<void> {
  pool.isStopped = true;
  const gone = [...pool.environments].map((environment) => {
    environment.kill();
    return environment.exited;
  });
  await Promise.all(gone);
}
