import * as z from "zod";
import { functionName } from "./compute.ts";
import type { Resolver } from "./resolve.ts";
import type { EmailIdentity, Parameter, UserPool, UserPoolClient } from "./types.ts";

const strings = z.array(z.string()).default([]);
const PoolShape = z.looseObject({
  UserPoolName: z.string().optional(),
  UsernameAttributes: strings,
  AutoVerifiedAttributes: strings,
  MfaConfiguration: z.enum(["OFF", "ON", "OPTIONAL"]).default("OFF"),
  Policies: z.looseObject({ PasswordPolicy: z.record(z.string(), z.unknown()).default({}) }).default({ PasswordPolicy: {} }),
  Schema: z.array(z.record(z.string(), z.unknown())).default([]),
  UserAttributeUpdateSettings: z.looseObject({ AttributesRequireVerificationBeforeUpdate: strings }).optional(),
  LambdaConfig: z.record(z.string(), z.unknown()).default({}),
});
const VersionedTrigger = z.looseObject({ LambdaArn: z.string(), LambdaVersion: z.string() });
const ClientShape = z.looseObject({
  UserPoolId: z.string(),
  ClientName: z.string().optional(),
  ExplicitAuthFlows: strings,
  ReadAttributes: strings,
  WriteAttributes: strings,
  AccessTokenValidity: z.coerce.number().optional(),
  IdTokenValidity: z.coerce.number().optional(),
  RefreshTokenValidity: z.coerce.number().optional(),
  TokenValidityUnits: z.record(z.string(), z.string()).default({}),
});
const GroupShape = z.looseObject({ UserPoolId: z.string(), GroupName: z.string(), Precedence: z.coerce.number().optional() });

const minutesIn: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 };

/** Validity in minutes; `unit` falls back to what Cognito takes when none is given. */
const validity = (value: number | undefined, unit: string, otherwise: number): number =>
  value === undefined ? otherwise : value * (minutesIn[unit] ?? 1);

function readClient(id: string, shape: z.output<typeof ClientShape>): UserPoolClient {
  const units = shape.TokenValidityUnits;
  return {
    id,
    name: shape.ClientName ?? id,
    authFlows: shape.ExplicitAuthFlows,
    readAttributes: shape.ReadAttributes,
    writeAttributes: shape.WriteAttributes,
    accessTokenMinutes: validity(shape.AccessTokenValidity, units["AccessToken"] ?? "hours", 60),
    idTokenMinutes: validity(shape.IdTokenValidity, units["IdToken"] ?? "hours", 60),
    refreshTokenMinutes: validity(shape.RefreshTokenValidity, units["RefreshToken"] ?? "days", 30 * 1440),
  };
}

function readTriggers(from: Resolver, config: Readonly<Record<string, unknown>>): Pick<UserPool, "triggers" | "preTokenVersion"> {
  const versioned = VersionedTrigger.safeParse(config["PreTokenGenerationConfig"]);
  const plain = Object.entries(config).flatMap(([name, arn]) =>
    typeof arn === "string" && arn.includes(":lambda:") ? [[name, functionName(from, arn)] as const] : [],
  );
  const preToken = versioned.success ? [["PreTokenGeneration", functionName(from, versioned.data.LambdaArn)] as const] : [];
  return {
    triggers: Object.fromEntries([...plain, ...preToken]),
    preTokenVersion: versioned.success && versioned.data.LambdaVersion === "V2_0" ? "V2_0" : "V1_0",
  };
}

/** User pools with clients, groups, password policy and triggers. */
export function readUserPools(from: Resolver): readonly UserPool[] {
  return from.ofType("AWS::Cognito::UserPool").map((resource) => {
    const shape = PoolShape.parse(from.properties(resource));
    const id = from.physicalId(resource);
    const clients = from
      .ofType("AWS::Cognito::UserPoolClient")
      .map((item) => ({ id: from.physicalId(item), shape: ClientShape.parse(from.properties(item)) }));
    const groups = from.ofType("AWS::Cognito::UserPoolGroup").map((item) => GroupShape.parse(from.properties(item)));
    return {
      id,
      arn: from.arn(resource),
      name: shape.UserPoolName ?? id,
      usernameAttributes: shape.UsernameAttributes,
      autoVerified: shape.AutoVerifiedAttributes,
      verifyBeforeUpdate: shape.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [],
      mfa: shape.MfaConfiguration,
      passwordPolicy: shape.Policies.PasswordPolicy,
      schema: shape.Schema,
      ...readTriggers(from, shape.LambdaConfig),
      clients: clients.filter((client) => client.shape.UserPoolId === id).map((client) => readClient(client.id, client.shape)),
      groups: groups.filter((group) => group.UserPoolId === id).map((group) => ({ name: group.GroupName, precedence: group.Precedence })),
    };
  });
}

const ParameterShape = z.looseObject({ Name: z.string(), Value: z.coerce.string() });

/** SSM parameters that the templates themselves create; secrets are put there by hand and are not among them. */
export function readParameters(from: Resolver): readonly Parameter[] {
  return from.ofType("AWS::SSM::Parameter").map((resource) => {
    const shape = ParameterShape.parse({ Name: from.physicalId(resource), ...from.properties(resource) });
    return { name: shape.Name, value: shape.Value };
  });
}

const IdentityShape = z.looseObject({ ConfigurationSetAttributes: z.looseObject({ ConfigurationSetName: z.string() }).optional() });

/** Addresses and domains that mail is sent as. */
export function readEmailIdentities(from: Resolver): readonly EmailIdentity[] {
  return from.ofType("AWS::SES::EmailIdentity").map((resource) => ({
    name: from.physicalId(resource),
    configurationSet: IdentityShape.parse(from.properties(resource)).ConfigurationSetAttributes?.ConfigurationSetName,
  }));
}
