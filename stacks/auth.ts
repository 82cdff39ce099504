import { Duration } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
  UserPoolOperation,
  type UserPoolProps,
} from "aws-cdk-lib/aws-cognito";
import { Policy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { type StackContext, use } from "sst/constructs";
import { Email } from "./email.ts";
import { lambda } from "./function.ts";
import { otherGrants } from "./permissions.ts";
import { region, removalOf, settingsOf } from "./stage.ts";

const groups = ["admin", "supplier", "factory", "buyer"] as const;

/** Who people are: sign-in by e-mail and password from our own screens (SRP), four groups, six triggers. */
export function Auth(context: StackContext) {
  const { stack, app } = context;
  const settings = settingsOf(app);
  const userPool = new UserPool(stack, "Users", {
    userPoolName: app.logicalPrefixedName("users"),
    ...signIn,
    ...(settings.signInMail === "ses" && { email: sesMail() }),
    deletionProtection: settings.deletionProtection,
    removalPolicy: removalOf(app),
  });
  for (const [precedence, groupName] of groups.entries())
    new CfnUserPoolGroup(stack, `Group-${groupName}`, { userPoolId: userPool.userPoolId, groupName, precedence });
  addTriggers(context, userPool);
  return { userPool, client: browserClient(userPool) };
}

const signIn = {
  featurePlan: FeaturePlan.ESSENTIALS,
  selfSignUpEnabled: true,
  signInAliases: { email: true },
  signInCaseSensitive: false,
  autoVerify: { email: true },
  // A changed address takes effect when it is proven, so the old one keeps working until then.
  keepOriginal: { email: true },
  standardAttributes: { email: { required: true, mutable: true } },
  // Length is what counts; rules about kinds of characters make people choose worse ones.
  passwordPolicy: {
    minLength: 12,
    requireDigits: false,
    requireLowercase: false,
    requireSymbols: false,
    requireUppercase: false,
    tempPasswordValidity: Duration.days(3),
  },
  mfa: Mfa.OPTIONAL,
  mfaSecondFactor: { otp: true, sms: false },
  accountRecovery: AccountRecovery.EMAIL_ONLY,
} as const satisfies UserPoolProps;

function sesMail(): UserPoolEmail {
  const { address, domain } = use(Email);
  return UserPoolEmail.withSES({ fromEmail: address, fromName: "SleekApp", sesVerifiedDomain: domain, sesRegion: region });
}

/** The web application: no secret, the password proven by SRP. It may write what a sign-up states; a changed address counts when it is proven. */
function browserClient(userPool: UserPool): UserPoolClient {
  return userPool.addClient("Web", {
    authFlows: { userSrp: true },
    disableOAuth: true,
    generateSecret: false,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    refreshTokenValidity: Duration.days(30),
    readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true, fullname: true, locale: true }),
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true, locale: true }),
  });
}

type TriggerName = "pre-sign-up" | "post-confirmation" | "pre-token" | "pre-authentication" | "post-authentication" | "custom-message";

function addTriggers(context: StackContext, userPool: UserPool): void {
  // Cognito waits five seconds for a trigger and then calls it again.
  const trigger = (name: TriggerName, description: string) =>
    lambda(context, name, { handler: `packages/functions/src/triggers/${name}.handler`, grant: otherGrants[name], timeout: 5, description });
  const confirmed = trigger("post-confirmation", "Gives a new person their group, organisation and membership; signs out after a reset");
  const token = trigger("pre-token", "Puts the active organisation into the access token");
  userPool.addTrigger(UserPoolOperation.PRE_SIGN_UP, trigger("pre-sign-up", "Refuses addresses of disposable mail domains"));
  userPool.addTrigger(UserPoolOperation.POST_CONFIRMATION, confirmed);
  userPool.addTrigger(UserPoolOperation.PRE_AUTHENTICATION, trigger("pre-authentication", "Counts attempts and refuses those that have to wait"));
  userPool.addTrigger(UserPoolOperation.POST_AUTHENTICATION, trigger("post-authentication", "Forgets the attempts before a success"));
  userPool.addTrigger(UserPoolOperation.CUSTOM_MESSAGE, trigger("custom-message", "Words the mails with codes"));
  userPool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, token, LambdaVersion.V2_0);
  allow(userPool, confirmed, { id: "AssignGroup", calls: ["AdminAddUserToGroup", "AdminUserGlobalSignOut"] });
  allow(userPool, token, { id: "ReadSecondFactor", calls: ["AdminGetUser"] });
}

/** A policy of its own: the pool waits for the function, so the function's first policy cannot name the pool. */
function allow(
  userPool: UserPool,
  { role }: Pick<ReturnType<typeof lambda>, "role">,
  { id, calls }: { readonly id: string; readonly calls: readonly string[] },
): void {
  if (!role) throw new Error("the trigger has no role");
  const actions = calls.map((call) => `cognito-idp:${call}`);
  new Policy(userPool.stack, id, { statements: [new PolicyStatement({ actions, resources: [userPool.userPoolArn] })] }).attachToRole(role);
}
