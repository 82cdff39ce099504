import type { Bucket, BucketNotification, EventSource, HttpApi, Manifest, Queue, Route, UserPool } from "@sleekapp/local/manifest";

/** Name of the part that the stages of a test run have to do without; `tools/removals.ts` sets it. */
export const REMOVED = "SLEEKAPP_REMOVED";

export type PartKind = "route" | "queue" | "event source" | "schedule" | "trigger" | "bucket notification";

/** One thing of the synthesised manifest that can be taken away by itself. */
export type Part = {
  readonly kind: PartKind;
  /** What tells it apart, as the reports name it: `queue dev-sleekapp-send-mail`. */
  readonly name: string;
  /** The manifest with everything else. */
  readonly rest: Manifest;
};

const others = <T>(all: readonly T[], one: T): readonly T[] => all.filter((each) => each !== one);
const inPlace = <T>(all: readonly T[], one: T, changed: T): readonly T[] => all.map((each) => (each === one ? changed : each));

const part = (kind: PartKind, name: string, rest: Manifest): Part => ({ kind, name: `${kind} ${name}`, rest });

function routeOf(manifest: Manifest, api: HttpApi, route: Route): Part {
  const smaller = { ...api, routes: others(api.routes, route) };
  return part("route", route.key, { ...manifest, http: inPlace(manifest.http, api, smaller) });
}

/** A queue that is gone is nobody's dead-letter queue either: templates that still named it could not be deployed. */
function queueOf(manifest: Manifest, { name }: Queue): Part {
  const withoutRedrive = (one: Queue): Queue => (one.redrive?.deadLetterQueue === name ? { ...one, redrive: undefined } : one);
  const withoutTarget = (one: EventSource): EventSource => (one.onFailureQueue === name ? { ...one, onFailureQueue: undefined } : one);
  const queues = manifest.queues.filter((one) => one.name !== name).map(withoutRedrive);
  return part("queue", name, { ...manifest, queues, eventSources: manifest.eventSources.map(withoutTarget) });
}

function triggerOf(manifest: Manifest, pool: UserPool, trigger: string): Part {
  const triggers = Object.fromEntries(Object.entries(pool.triggers).filter(([name]) => name !== trigger));
  return part("trigger", trigger, { ...manifest, userPools: inPlace(manifest.userPools, pool, { ...pool, triggers }) });
}

function notificationOf(manifest: Manifest, bucket: Bucket, notification: BucketNotification): Part {
  const { prefix, suffix, functionName, queue } = notification;
  const smaller = { ...bucket, notifications: others(bucket.notifications, notification) };
  const name = `${bucket.name}/${prefix}*${suffix} to ${functionName ?? queue}`;
  return part("bucket notification", name, { ...manifest, buckets: inPlace(manifest.buckets, bucket, smaller) });
}

/** Every route, queue, event source, schedule, trigger and bucket notification there is. */
export function partsOf(manifest: Manifest): readonly Part[] {
  const { http, queues, eventSources, schedules, userPools, buckets } = manifest;
  return [
    ...http.flatMap((api) => api.routes.map((route) => routeOf(manifest, api, route))),
    ...queues.map((queue) => queueOf(manifest, queue)),
    ...eventSources.map((source) =>
      part("event source", `${source.source} to ${source.functionName}`, { ...manifest, eventSources: others(eventSources, source) }),
    ),
    ...schedules.map((schedule) => part("schedule", schedule.name, { ...manifest, schedules: others(schedules, schedule) })),
    ...userPools.flatMap((pool) => Object.keys(pool.triggers).map((trigger) => triggerOf(manifest, pool, trigger))),
    ...buckets.flatMap((bucket) => bucket.notifications.map((notification) => notificationOf(manifest, bucket, notification))),
  ];
}

/** The manifest without the part of this name; throws when there is none, so that a slip of the pen is not taken for a removal. */
export function without(manifest: Manifest, name: string): Manifest {
  const found = partsOf(manifest).find((one) => one.name === name);
  if (!found) throw new Error(`There is no ${name} to take away`);
  return found.rest;
}

/** Takes one action away from the role of one function, which is given without the stage's prefix. */
export const withoutPermission =
  (fn: string, action: string) =>
  (manifest: Manifest): Manifest => {
    const found = Object.values(manifest.functions).find(({ name }) => name.endsWith(`-${fn}`));
    if (!found?.statements.some(({ actions }) => actions.includes(action))) throw new Error(`${fn} has no permission ${action} to lose`);
    const statements = found.statements.map((statement) => ({ ...statement, actions: statement.actions.filter((one) => one !== action) }));
    return { ...manifest, functions: { ...manifest.functions, [found.name]: { ...found, statements } } };
  };
