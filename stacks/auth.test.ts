import { beforeAll, describe, expect, test } from "vitest";
import { everyStage, type StageTemplates, stages } from "../test/support/templates.ts";

let templates: Record<string, StageTemplates>;
beforeAll(async () => {
  templates = await everyStage();
});
const all = (stage: string, type: string) => templates[stage]?.all(type) ?? [];
const pool = (stage: string) => all(stage, "AWS::Cognito::UserPool").at(0);

describe.each(stages)("sign-in of %s", (stage) => {
  test("people sign in by e-mail with a password of twelve characters of any kind, and a one-time password if they like", () => {
    expect(pool(stage)?.properties).toMatchObject({
      UserPoolTier: "ESSENTIALS",
      UsernameAttributes: ["email"],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ["email"],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
      Policies: {
        PasswordPolicy: { MinimumLength: 12, RequireLowercase: false, RequireNumbers: false, RequireSymbols: false, RequireUppercase: false },
      },
      MfaConfiguration: "OPTIONAL",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
    });
  });

  test("the browser proves the password without sending it, for tokens of fifteen minutes, and may write what a sign-up states", () => {
    const clients = all(stage, "AWS::Cognito::UserPoolClient");

    expect(clients).toHaveLength(1);
    expect(clients[0]?.properties).toMatchObject({
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      GenerateSecret: false,
      PreventUserExistenceErrors: "ENABLED",
      EnableTokenRevocation: true,
      AccessTokenValidity: 15,
      TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "minutes" },
      WriteAttributes: ["email", "locale", "name"],
    });
    expect(clients[0]?.properties.AllowedOAuthFlowsUserPoolClient).toBeFalsy();
  });

  test("there are four groups", () => {
    const groups = all(stage, "AWS::Cognito::UserPoolGroup").map(({ properties }) => properties.GroupName);

    expect(groups).toEqual(["admin", "supplier", "factory", "buyer"]);
  });

  test("six triggers run, that of tokens in the version that can change an access token, and only this pool may call them", () => {
    const config = pool(stage)?.properties.LambdaConfig;
    const permissions = all(stage, "AWS::Lambda::Permission").filter(({ properties }) => properties.Principal === "cognito-idp.amazonaws.com");

    expect(Object.keys(config).toSorted()).toEqual([
      "CustomMessage",
      "PostAuthentication",
      "PostConfirmation",
      "PreAuthentication",
      "PreSignUp",
      "PreTokenGenerationConfig",
    ]);
    expect(config.PreTokenGenerationConfig.LambdaVersion).toBe("V2_0");
    expect(permissions).toHaveLength(6);
    for (const { properties } of permissions) expect(properties.SourceArn).toEqual({ "Fn::GetAtt": [pool(stage)?.id, "Arn"] });
  });

  test("two triggers may make calls on this pool: one assigns groups and signs out after a reset, one reads whether a second factor is on", () => {
    const policies = all(stage, "AWS::IAM::Policy").filter(
      ({ stack, properties }) => stack === "Auth" && JSON.stringify(properties.PolicyDocument).includes("cognito-idp:"),
    );
    const statements = policies.flatMap(({ properties }) => properties.PolicyDocument.Statement);
    const Resource = { "Fn::GetAtt": [pool(stage)?.id, "Arn"] };

    expect(statements).toEqual(
      expect.arrayContaining([
        { Action: ["cognito-idp:AdminAddUserToGroup", "cognito-idp:AdminUserGlobalSignOut"], Effect: "Allow", Resource },
        { Action: "cognito-idp:AdminGetUser", Effect: "Allow", Resource },
      ]),
    );
    expect(statements).toHaveLength(2);
  });

  test("mail of a real stage goes through SES from a signed domain, and a pool with people in it cannot be deleted", () => {
    const { properties, deletionPolicy } = pool(stage) ?? {};

    expect(properties.EmailConfiguration?.EmailSendingAccount).toBe(stage === "dev" ? undefined : "DEVELOPER");
    expect(properties.DeletionProtection).toBe(stage === "prod" ? "ACTIVE" : "INACTIVE");
    expect(deletionPolicy).toBe(stage === "prod" ? "Retain" : "Delete");
    expect(all(stage, "AWS::SES::EmailIdentity").map((identity) => identity.properties.EmailIdentity)).toEqual([
      { dev: "dev.sleekapp.example", staging: "staging.sleekapp.example", prod: "sleekapp.example" }[stage],
    ]);
  });
});

test("a personal stage has dev's settings and an SES identity of its own", async () => {
  const { settingsOf } = await import("./stage.ts");

  expect(settingsOf({ stage: "ana" })).toEqual({ ...settingsOf({ stage: "dev" }), mailDomain: "ana.dev.sleekapp.example" });
});
