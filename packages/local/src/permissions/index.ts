import { accessKeyId, operator, secretAccessKey } from "../credentials.ts";
import type { LambdaFunction, Manifest } from "../manifest.ts";
import { type Asked, type Asking, askingOf } from "./asked.ts";
import { openLedger, type PermissionReport } from "./ledger.ts";
import { type Denial, type GuardedService, type Refused, refusalOf } from "./refusal.ts";
import { createJudge, principalOf, type Verdict } from "./simulate.ts";

export type { Asked, Asking } from "./asked.ts";
export type { Entry, PermissionReport } from "./ledger.ts";
export { type Denial, type GuardedService, type Refused, refusalOf } from "./refusal.ts";

/** Undefined when the holder of the key may do all of it, else why not. */
export type Check = (accessKeyId: string | undefined, asked: readonly Asked[]) => Promise<Denial | undefined>;

/** AWS's answer to a call that its caller may not make; undefined lets it through. */
export type Authorize = (call: ServiceCall) => Promise<Refused | undefined>;

/** A call as a stand-in hears it. */
export type ServiceCall = {
  readonly accessKeyId: string | undefined;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
};

/** Who may call what on this stage, and who did. */
export type Permissions = {
  /** What calls need, by the names of this stage. */
  readonly asking: Asking;
  /** The operator may do everything, a function what its role allows, and nobody else anything. */
  readonly check: Check;
  /** The same for what the Lambda service does in the name of a function, with the function's role. */
  readonly checkRole: (functionName: string, asked: readonly Asked[]) => Promise<Denial | undefined>;
  readonly secretOf: (accessKeyId: string) => string | undefined;
  readonly functionOf: (accessKeyId: string | undefined) => string | undefined;
  readonly report: () => PermissionReport;
};

const unknownKey: Denial = { kind: "unknown-key", message: "The security token included in the request is invalid." };

const denialOf = (fn: LambdaFunction, { action, resource }: Asked, verdict: Verdict): Denial => ({
  kind: "denied",
  message: `User: ${principalOf(fn)} is not authorized to perform: ${action} on resource: ${resource} ${
    verdict === "ExplicitlyDenied"
      ? "with an explicit deny in an identity-based policy"
      : `because no identity-based policy allows the ${action} action`
  }`,
});

/** The gate of one service: what its calls need, and how it refuses them. */
export const gateOf =
  (permissions: Pick<Permissions, "check">, service: GuardedService, needs: (call: ServiceCall) => readonly Asked[]): Authorize =>
  async (call) => {
    const denial = await permissions.check(call.accessKeyId, needs(call));
    return denial && refusalOf(service, denial);
  };

/** Gives each function a key of its own and the rights of its role in the template, and counts what it does with them. */
export function openPermissions(manifest: Manifest): Permissions {
  const functions = new Map(Object.values(manifest.functions).map((fn) => [accessKeyId(fn.name), fn]));
  const judge = createJudge();
  const ledger = openLedger(manifest);
  const checkFunction = async (fn: LambdaFunction, asked: readonly Asked[]): Promise<Denial | undefined> => {
    const verdicts = await Promise.all(asked.map(async (one) => ({ one, verdict: await judge(fn, one) })));
    const denied = verdicts.filter(({ verdict }) => verdict !== "Allowed");
    for (const { one } of denied) ledger.refuse(fn.name, one);
    // A call that is refused for one part of it uses none of the others.
    if (denied[0]) return denialOf(fn, denied[0].one, denied[0].verdict);
    for (const { one } of verdicts) ledger.use(fn.name, one);
    return undefined;
  };
  return {
    asking: askingOf(manifest),
    check: async (key = "", asked) => {
      if (key === operator.accessKeyId) return undefined;
      const fn = functions.get(key);
      return fn ? checkFunction(fn, asked) : unknownKey;
    },
    checkRole: async (functionName, asked) => {
      const fn = manifest.functions[functionName];
      return fn && checkFunction(fn, asked);
    },
    secretOf: (key) => {
      if (key === operator.accessKeyId) return operator.secretAccessKey;
      const fn = functions.get(key);
      return fn && secretAccessKey(fn.name);
    },
    functionOf: (key = "") => functions.get(key)?.name,
    report: ledger.report,
  };
}
