import path from "node:path";
import type { Lambda } from "./lambda.ts";
import type { UserPool } from "./manifest.ts";
import { rememberedPort } from "./ports.ts";
import type { Authorize } from "./permissions/index.ts";
import type { Plan } from "./stage-options.ts";
import { type Cognito, type CognitoOptions, startCognito, type Trigger, type TriggerName } from "./stand-ins/cognito/index.ts";
import type { Ses } from "./stand-ins/ses/index.ts";

const names: readonly TriggerName[] = [
  "PreSignUp",
  "PostConfirmation",
  "PreAuthentication",
  "PostAuthentication",
  "CustomMessage",
  "PreTokenGeneration",
];
const flag = (value: unknown): boolean => value === true || value === "true";

/** The pool calls a function while somebody waits for the pool, so the call may not queue behind them. */
const trigger =
  (lambda: Pick<Lambda, "invoke">, functionName: string): Trigger =>
  async (event) => {
    const outcome = await lambda.invoke(functionName, event, { isNested: true });
    if (!outcome.ok) throw new Error(outcome.error.errorMessage);
    return outcome.value;
  };

/** A user pool of the manifest in the stand-in's words. */
export function poolOptions(pool: UserPool, lambda: Pick<Lambda, "invoke">): Pick<CognitoOptions, "pool" | "clients" | "groups" | "triggers"> {
  const policy = pool.passwordPolicy;
  return {
    pool: {
      id: pool.id,
      mfa: pool.mfa,
      verifyBeforeUpdate: pool.verifyBeforeUpdate,
      customAttributes: pool.schema.map((attribute) => String(attribute["Name"])).filter((name) => name.startsWith("custom:")),
      preTokenVersion: pool.preTokenVersion,
      passwordPolicy: {
        minimumLength: Number(policy["MinimumLength"] ?? 8),
        requireUppercase: flag(policy["RequireUppercase"]),
        requireLowercase: flag(policy["RequireLowercase"]),
        requireNumbers: flag(policy["RequireNumbers"]),
        requireSymbols: flag(policy["RequireSymbols"]),
      },
    },
    clients: pool.clients.map((client) => ({
      id: client.id,
      accessTokenSeconds: client.accessTokenMinutes * 60,
      idTokenSeconds: client.idTokenMinutes * 60,
      refreshTokenSeconds: client.refreshTokenMinutes * 60,
      ...(client.writeAttributes.length > 0 ? { writeAttributes: client.writeAttributes } : {}),
      ...(client.authFlows.length > 0 ? { authFlows: client.authFlows } : {}),
    })),
    groups: pool.groups.map((group) => group.name),
    triggers: Object.fromEntries(
      names.flatMap((name) => {
        const functionName = pool.triggers[name];
        return functionName === undefined ? [] : [[name, trigger(lambda, functionName)]];
      }),
    ),
  };
}

/** Starts the user pool; its codes arrive in the stage's mailbox. */
export async function startIdentity(
  plan: Plan,
  pool: UserPool,
  { lambda, mail, authorize }: { readonly lambda: Lambda; readonly mail: Ses; readonly authorize: Authorize },
): Promise<Cognito> {
  return startCognito({
    ...poolOptions(pool, lambda),
    authorize,
    ...(plan.keepDir === undefined ? {} : { dataDir: path.join(plan.keepDir, "cognito"), port: await rememberedPort(plan.keepDir, "cognito") }),
    onMessage: async ({ to, subject, body }) => void (await mail.deliver({ from: "no-reply@verificationemail.com", to, subject, html: body })),
  });
}
