import type { Manifest } from "../manifest.ts";
import type { Asked } from "./asked.ts";

/** A permission as a statement writes it, or a call that was refused, and how often it was used or tried. */
export type Entry = Asked & { readonly functionName: string; readonly times: number };

/** What a run did with the permissions of its functions. */
export type PermissionReport = {
  /** Every permission of every role; those that nothing needed have `times: 0`. */
  readonly granted: readonly Entry[];
  readonly refused: readonly Entry[];
};

/** Counts what functions do with what their roles allow. */
export type Ledger = {
  readonly use: (functionName: string, asked: Asked) => void;
  readonly refuse: (functionName: string, asked: Asked) => void;
  readonly report: () => PermissionReport;
};

type Count = Asked & { readonly functionName: string; times: number };
type Grant = Count & { readonly pattern: RegExp };

/** IAM's own wildcards: `*` for anything, `?` for one character. */
function patternOf(resource: string): RegExp {
  const escaped = resource.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`);
}

/** Every permission of every function, action by action and resource by resource. */
const grantsIn = (manifest: Pick<Manifest, "functions">): readonly Grant[] =>
  Object.values(manifest.functions).flatMap(({ name, statements }) =>
    statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap(({ actions, resources }) =>
        actions.flatMap((action) => resources.map((resource) => ({ functionName: name, action, resource, times: 0, pattern: patternOf(resource) }))),
      ),
  );

const bare = ({ functionName, action, resource, times }: Count): Entry => ({ functionName, action, resource, times });

/** Starts with nothing used and nothing refused. */
export function openLedger(manifest: Pick<Manifest, "functions">): Ledger {
  const grants = grantsIn(manifest);
  const byCall = Map.groupBy(grants, ({ functionName, action }) => `${functionName} ${action}`);
  const refused = new Map<string, Count>();
  return {
    use: (functionName, { action, resource }) => {
      for (const grant of byCall.get(`${functionName} ${action}`) ?? []) if (grant.pattern.test(resource)) grant.times += 1;
    },
    refuse: (functionName, asked) => {
      const key = `${functionName} ${asked.action} ${asked.resource}`;
      const entry = refused.get(key) ?? { functionName, ...asked, times: 0 };
      entry.times += 1;
      refused.set(key, entry);
    },
    report: () => ({ granted: grants.map(bare), refused: [...refused.values()].map(bare) }),
  };
}
