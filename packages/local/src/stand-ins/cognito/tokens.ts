import { randomUUID } from "node:crypto";
import type { Attribute, User } from "./library.ts";
import type { ClientDescriptor } from "./options.ts";
import type { PoolState } from "./pool.ts";
import type { Session } from "./sessions.ts";
import { attributeRecord } from "./triggers.ts";
import { isRecord } from "../wire.ts";

type Claims = Record<string, unknown>;

/** Lifetimes Cognito gives tokens unless the client says otherwise. */
const HOUR = 3_600;
/** Claims that a pre-token trigger cannot change. */
const reserved = new Set([
  "acr",
  "amr",
  "aud",
  "at_hash",
  "auth_time",
  "azp",
  "client_id",
  "cognito:groups",
  "cognito:username",
  "event_id",
  "exp",
  "iat",
  "identities",
  "iss",
  "jti",
  "nbf",
  "nonce",
  "origin_jti",
  "scope",
  "sub",
  "token_use",
  "username",
  "version",
]);
const SCOPE = "aws.cognito.signin.user.admin";

/** How the tokens come to be, in Cognito's words. */
export type TokenSource = "Authentication" | "NewPasswordChallenge" | "RefreshTokens";

/** Whose tokens are made, for which client and sign-in, and why. */
export interface TokenRequest {
  readonly user: User;
  readonly client: ClientDescriptor;
  readonly session: Session;
  readonly source: TokenSource;
  readonly clientMetadata?: unknown;
}

/** An access and an ID token, shaped by the pre-token trigger. */
export interface Tokens {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly ExpiresIn: number;
  readonly TokenType: "Bearer";
}

/** Makes the tokens of a sign-in. */
export async function makeTokens(state: PoolState, request: TokenRequest): Promise<Tokens> {
  const { user, client, session } = request;
  const groups = await state.pool.listUserGroupMembership(state.context, user);
  const changes = await askTrigger(state, request, groups);
  const shared = sharedClaims(state, request, changes.groups ?? groups);
  const accessSeconds = client.accessTokenSeconds ?? HOUR;
  const access = applyChanges(
    {
      ...shared,
      client_id: client.id,
      token_use: "access",
      scope: changes.scope,
      version: 2,
      username: user.Username,
      jti: randomUUID(),
      exp: shared.iat + accessSeconds,
    },
    changes.access,
  );
  const id = applyChanges(
    {
      ...profile(user.Attributes),
      ...shared,
      "cognito:username": user.Username,
      aud: client.id,
      token_use: "id",
      jti: randomUUID(),
      exp: shared.iat + (client.idTokenSeconds ?? HOUR),
    },
    changes.id,
  );
  return {
    AccessToken: state.key.sign({ ...access, origin_jti: session.originJti }),
    IdToken: state.key.sign(id),
    ExpiresIn: accessSeconds,
    TokenType: "Bearer",
  };
}

function sharedClaims(state: PoolState, { user, session }: TokenRequest, groups: readonly string[]): Claims & { readonly iat: number } {
  return {
    sub: attributeRecord(user.Attributes)["sub"] ?? user.Username,
    ...(groups.length > 0 ? { "cognito:groups": groups } : {}),
    iss: state.issuer(),
    origin_jti: session.originJti,
    event_id: randomUUID(),
    auth_time: session.authTime,
    iat: Math.floor(Date.now() / 1_000),
  };
}

function profile(attributes: readonly Attribute[]): Claims {
  const { sub: _sub, ...values } = attributeRecord(attributes);
  const flags = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name.endsWith("_verified") ? value === "true" : value]));
  return { email_verified: false, ...flags };
}

interface Change {
  readonly add: Claims;
  readonly suppress: readonly string[];
}

interface Changes {
  readonly id: Change;
  readonly access: Change;
  readonly groups: readonly string[] | undefined;
  readonly scope: string;
}

async function askTrigger(state: PoolState, request: TokenRequest, groups: readonly string[]): Promise<Changes> {
  const second = state.descriptor.preTokenVersion !== "V1_0";
  const { user, client, source, clientMetadata } = request;
  const response = await state.triggers.call({
    name: "PreTokenGeneration",
    version: second ? "2" : "1",
    source: `TokenGeneration_${source}`,
    username: user.Username,
    clientId: client.id,
    request: {
      userAttributes: { ...attributeRecord(user.Attributes), "cognito:user_status": user.UserStatus },
      groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
      ...(second ? { scopes: [SCOPE] } : {}),
      ...(isRecord(clientMetadata) ? { clientMetadata } : {}),
    },
    response: second ? { claimsAndScopeOverrideDetails: null } : { claimsOverrideDetails: null },
  });
  return second ? changesOfV2(response?.["claimsAndScopeOverrideDetails"]) : changesOfV1(response?.["claimsOverrideDetails"]);
}

function changesOfV1(details: unknown): Changes {
  return { id: changeOf(details), access: changeOf(undefined), groups: groupsOf(details), scope: SCOPE };
}

function changesOfV2(details: unknown): Changes {
  const access = field(details, "accessTokenGeneration");
  const removed = new Set(strings(field(access, "scopesToSuppress")));
  const scopes = [SCOPE, ...strings(field(access, "scopesToAdd"))].filter((scope) => !removed.has(scope));
  return { id: changeOf(field(details, "idTokenGeneration")), access: changeOf(access), groups: groupsOf(details), scope: scopes.join(" ") };
}

function groupsOf(details: unknown): readonly string[] | undefined {
  const override = field(field(details, "groupOverrideDetails"), "groupsToOverride");
  return Array.isArray(override) ? strings(override) : undefined;
}

function changeOf(value: unknown): Change {
  const add = field(value, "claimsToAddOrOverride");
  return { add: isRecord(add) ? add : {}, suppress: strings(field(value, "claimsToSuppress")) };
}

function applyChanges(claims: Claims, change: Change): Claims {
  const added = Object.entries(change.add).filter(([name]) => !reserved.has(name));
  const kept = Object.entries(claims).filter(([name]) => reserved.has(name) || !change.suppress.includes(name));
  return Object.fromEntries([...kept, ...added]);
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
