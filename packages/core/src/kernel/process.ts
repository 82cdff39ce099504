import { conflict } from "./error.ts";

/** Who may take a step. */
export type StepRole = "buyer" | "supplier" | "factory" | "admin" | "system";

export type Step<S extends string> = {
  readonly from: readonly S[];
  /** Where it leads; `"resume"` returns to where the record was before it was held. */
  readonly to: S | "resume";
  readonly by: readonly StepRole[];
  /** The name of a condition the record must meet, checked by the action that takes the step. */
  readonly guard?: string;
  /** The name of the clock that starts when the step is taken. */
  readonly timer?: string;
  readonly stops?: readonly string[];
  /** Mail templates sent when the step has been taken. */
  readonly mails?: readonly string[];
};

export type ProcessSpec<S extends string, K extends string> = {
  readonly noun: string;
  readonly initial: S;
  readonly final: readonly S[];
  readonly steps: Readonly<Record<K, Step<S>>>;
};

function reachable<S extends string>(spec: ProcessSpec<S, string>, start: S): Set<S> {
  const seen = new Set<S>([start]);
  const queue: S[] = [start];
  for (let status = queue.pop(); status !== undefined; status = queue.pop()) {
    for (const step of Object.values(spec.steps)) {
      if (!step.from.includes(status)) continue;
      for (const to of step.to === "resume" ? (spec.steps["hold"]?.from ?? []) : [step.to]) {
        if (seen.has(to)) continue;
        seen.add(to);
        queue.push(to);
      }
    }
  }
  return seen;
}

/** Names every fault of the table: states that cannot be reached, states that lead nowhere, clocks that nobody stops. */
function faults<S extends string>(spec: ProcessSpec<S, string>, statuses: readonly S[]): string[] {
  const seen = reachable(spec, spec.initial);
  const unreachable = statuses.filter((status) => !seen.has(status)).map((status) => `${status} cannot be reached`);
  const traps = statuses
    .filter((status) => !spec.final.includes(status) && !spec.final.some((end) => reachable(spec, status).has(end)))
    .map((status) => `${status} cannot end`);
  const stopped = new Set(Object.values(spec.steps).flatMap((step) => step.stops ?? []));
  const clocks = Object.values(spec.steps).flatMap((step) =>
    step.timer && !stopped.has(step.timer) ? [`timer ${step.timer} is never stopped`] : [],
  );
  return [...unreachable, ...traps, ...clocks];
}

/** A process as one table of data, with the only function that moves a record along it. */
export function defineProcess<S extends string, K extends string>(spec: ProcessSpec<S, K>) {
  return {
    ...spec,
    /** True when the step may be taken from this status. */
    can: (status: S, step: K): boolean => spec.steps[step].from.includes(status),
    /** The status after the step; throws `<noun>.transition` when the step does not start here. */
    next: (status: S, step: K, heldFrom?: S): S => {
      const edge = spec.steps[step];
      if (!edge.from.includes(status))
        throw conflict(`${spec.noun}.transition`, `This ${spec.noun} is ${status.replaceAll("_", " ")}, so that step cannot be taken now`, {
          status,
          step,
        });
      if (edge.to !== "resume") return edge.to;
      if (!heldFrom) throw conflict(`${spec.noun}.transition`, `This ${spec.noun} was not held`, { status, step });
      return heldFrom;
    },
    /** The faults of the table; empty for a sound process. */
    validate: (statuses: readonly S[]): string[] => faults(spec, statuses),
  };
}
