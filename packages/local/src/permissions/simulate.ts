import type { LambdaFunction } from "../manifest.ts";
import type { Asked } from "./asked.ts";

/** How a policy answers; a denial may be for want of a statement that allows, or by a statement that denies. */
export type Verdict = "Allowed" | "ImplicitlyDenied" | "ExplicitlyDenied";

/** What a function's role says to what is asked. */
export type Judge = (fn: LambdaFunction, asked: Asked) => Promise<Verdict>;

const policyOf = ({ statements }: LambdaFunction) => ({
  Version: "2012-10-17",
  Statement: statements.map(({ effect, actions, resources, condition }) => ({
    Effect: effect,
    Action: [...actions],
    Resource: [...resources],
    ...(condition === undefined ? {} : { Condition: condition }),
  })),
});

/** Who AWS says called: the role as the function has taken it on. */
export const principalOf = ({ roleArn, name }: LambdaFunction): string =>
  `${roleArn.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")}/${name}`;

async function judge(fn: LambdaFunction, { action, resource, leadingKeys }: Asked): Promise<Verdict> {
  // Loaded by the first call: a stage that starts has other things to do.
  const { runSimulation } = await import("@cloud-copilot/iam-simulate");
  const answer = await runSimulation(
    {
      request: {
        principal: principalOf(fn),
        action,
        resource: { resource, accountId: fn.roleArn.split(":")[4] ?? "" },
        contextVariables: leadingKeys ? { "dynamodb:LeadingKeys": [...leadingKeys] } : {},
      },
      identityPolicies: [{ name: fn.roleArn, policy: policyOf(fn) }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType === "error") throw new Error(`The local stage cannot judge ${action} on ${resource}: ${JSON.stringify(answer.errors)}`);
  return answer.overallResult;
}

/** Every object is a resource of its own, so a stage that runs for days would remember without end. */
const REMEMBERED = 20_000;

/** What kind of items a partition holds: its key up to the first value. Conditions of ours look no further. */
const kindOf = (partition: string): string => /^[^_]*_?/.exec(partition)?.[0] ?? "";

/** AWS's evaluation of a role's policies, worked out once for each role, action, resource and kinds of items. */
export function createJudge(): Judge {
  const known = new Map<string, Promise<Verdict>>();
  return (fn, asked) => {
    const kinds = [...new Set(asked.leadingKeys?.map(kindOf))].toSorted().join(" ");
    const key = `${fn.roleArn} ${asked.action} ${asked.resource} ${kinds}`;
    const before = known.get(key);
    if (before) return before;
    if (known.size >= REMEMBERED) known.clear();
    const verdict = judge(fn, asked);
    known.set(key, verdict);
    return verdict;
  };
}
