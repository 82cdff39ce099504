import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Function, type StackContext } from "sst/constructs";
import { type Grant, environmentOf, type Resources, statementsOf } from "./grant.ts";
import { logGroupFor } from "./log.ts";
import { pascal } from "./name.ts";
import { settingsOf } from "./stage.ts";

export interface LambdaProps {
  readonly handler: string;
  readonly grant: Grant;
  /** What the grant names by reference. */
  readonly resources?: Resources;
  /** Seconds. */
  readonly timeout: number;
  readonly memory?: number;
  readonly description: string;
  /** Packages with native code: shipped beside the bundle instead of in it. */
  readonly external?: readonly string[];
}

/** A Lambda with a role and a log group of its own and exactly the permissions and environment of its grant. */
export function lambda({ stack, app }: StackContext, name: string, props: LambdaProps): Function {
  const functionName = app.logicalPrefixedName(name);
  const settings = settingsOf(app);
  const id = pascal(name);
  // The managed execution role may write to every log group; this one to its own.
  const role = new Role(stack, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  const logGroup = logGroupFor({ stack, app }, name);
  logGroup.grantWrite(role);
  return new Function(stack, id, {
    functionName,
    role,
    logGroup,
    handler: props.handler,
    description: props.description,
    timeout: props.timeout,
    memorySize: props.memory ?? settings.memory,
    environment: environmentOf(app, props.grant, props.resources),
    permissions: statementsOf(app, props.grant, props.resources),
    nodejs: { esbuild: { external: [...(props.external ?? [])] } },
  });
}
