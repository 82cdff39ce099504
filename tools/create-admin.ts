import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { parseArgs } from "node:util";

const help = `npm run admin:create -- --email ADDRESS [--name NAME] [--password WORDS] [--stage NAME --user-pool ID] [--env-file FILE]

Makes the first admin of a stage, once. On AWS name the stage and its user pool; the credentials are your own. A local stage writes
what names it and its services into a file, which it prints. Without a password the person gets a temporary one by mail.
`;

const { values } = parseArgs({
  options: {
    email: { type: "string" },
    name: { type: "string", default: "Admin" },
    password: { type: "string" },
    stage: { type: "string" },
    "user-pool": { type: "string" },
    "env-file": { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const { email, name, password, stage } = values;
if (values["env-file"]) process.loadEnvFile(values["env-file"]);
const UserPoolId = values["user-pool"] ?? process.env["USER_POOL_ID"];
if (values.help || !email || !UserPoolId) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}
if (stage) process.env["TABLE_NAME"] = `${stage}-sleekapp-main`;
process.env["AWS_REGION"] ??= "us-east-1";

const pool = new CognitoIdentityProviderClient({});

/** The user's id in the pool: known already, or invited now. */
async function userId(address: string): Promise<string> {
  const attributes = [
    { Name: "email", Value: address },
    { Name: "email_verified", Value: "true" },
    { Name: "name", Value: name },
  ];
  const silent = password ? { MessageAction: "SUPPRESS" as const } : {};
  await pool.send(new AdminCreateUserCommand({ UserPoolId, Username: address, UserAttributes: attributes, ...silent })).catch((error: unknown) => {
    if (!(error instanceof Error && error.name === "UsernameExistsException")) throw error;
  });
  const user = await pool.send(new AdminGetUserCommand({ UserPoolId, Username: address }));
  const sub = user.UserAttributes?.find((attribute) => attribute.Name === "sub")?.Value;
  if (!sub) throw new Error("The user pool gave the person no id");
  return sub;
}

// The entities take the table's name when they are loaded, so they come after the arguments.
const { adminAddresses, makeFirstAdmin } = await import("@sleekapp/core/account");
const { Request } = await import("@sleekapp/core/kernel/request");
const { clock } = await import("@sleekapp/core/ports/clock");

// Before anybody is invited; who comes between this and the write is refused by the write.
const admins = await adminAddresses();
if (admins.length > 0) {
  console.error("This stage has its first admin. Further ones are made by two admins, in the application.");
  process.exit(1);
}

const id = await userId(email);
const request = {
  actor: { type: "system" as const, cause: "operator:create-admin" },
  now: clock.now(),
  requestId: "operator",
  standing: async <T>(actor: T) => actor,
};
await Request.with(request, () => makeFirstAdmin({ userId: id, email, name }));
if (password) await pool.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password: password, Permanent: true }));
const first = password ? "the password you gave" : "the temporary password that was mailed, and choose one of your own";
console.log(
  [
    `${email} is the first admin of this stage. What to do next:`,
    `  1. Sign in with this address and ${first}.`,
    "  2. Set up an authenticator app when you are led to it: without one an admin may do nothing.",
    "  3. Keep the recovery codes that are shown then. They are the way in when the app is lost.",
  ].join("\n"),
);
