import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { StackContext } from "sst/constructs";
import { pascal } from "./name.ts";
import { removalOf, settingsOf } from "./stage.ts";

/** The log group of a Lambda, with the stage's retention. */
export function logGroupFor({ stack, app }: StackContext, name: string): LogGroup {
  return new LogGroup(stack, `${pascal(name)}Log`, {
    logGroupName: `/aws/lambda/${app.logicalPrefixedName(name)}`,
    retention: settingsOf(app).logDays,
    removalPolicy: removalOf(app),
  });
}
