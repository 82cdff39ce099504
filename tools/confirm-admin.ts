import { AdminGetUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { parseArgs } from "node:util";

const help = `npm run admin:confirm -- --email ADDRESS [--stage NAME --user-pool ID]

Confirms that the person becomes an administrator, as the only one there is has asked for in the application. It is the way to the
second administrator of a stage; from then on administrators confirm each other and this command is refused. On AWS name the stage
and its user pool; the credentials are your own. The local stage's own commands set the environment instead.
`;

const { values } = parseArgs({
  options: {
    email: { type: "string" },
    stage: { type: "string" },
    "user-pool": { type: "string", default: process.env["USER_POOL_ID"] ?? "" },
    help: { type: "boolean", default: false },
  },
});

const { email, stage } = values;
const UserPoolId = values["user-pool"];
if (values.help || !email || !UserPoolId) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}
if (stage) process.env["TABLE_NAME"] = `${stage}-sleekapp-main`;
process.env["AWS_REGION"] ??= "us-east-1";

// The entities take the table's name when they are loaded, so they come after the arguments.
const Staff = await import("@sleekapp/core/staff");
const { Request } = await import("@sleekapp/core/kernel/request");
const { clock } = await import("@sleekapp/core/ports/clock");

const user = await new CognitoIdentityProviderClient({}).send(new AdminGetUserCommand({ UserPoolId, Username: email }));
const userId = user.UserAttributes?.find((attribute) => attribute.Name === "sub")?.Value;
if (!userId) throw new Error("The user pool has no id for this person");
const request = {
  actor: { type: "system" as const, cause: "operator:confirm-admin" },
  now: clock.now(),
  requestId: "operator",
  standing: async <T>(actor: T) => actor,
};
await Request.with(request, () => Staff.confirm({ userId }));
console.log(
  [
    `${email} is an administrator of this stage now. What they do next:`,
    "  1. Choose SleekApp in the menu of organisations.",
    "  2. Set up an authenticator app when they are led to it: without one an administrator may do nothing.",
  ].join("\n"),
);
