import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { isRecord } from "../wire.ts";
import { type Challenges, type Pending } from "./challenges.ts";
import { codeMismatch, CognitoError, invalid, notAuthorized, userNotFound } from "./errors.ts";
import type { Input, Output, User } from "./library.ts";
import type { ClientDescriptor } from "./options.ts";
import { checkPassword, clientOf, findUser, hidesUsers, nested, type PoolState, required, saveUser } from "./pool.ts";
import { srpChallenge, srpProves } from "./srp.ts";
import { makeTokens, type TokenSource } from "./tokens.ts";
import { attributeRecord } from "./triggers.ts";

const DEFAULT_REFRESH_SECONDS = 30 * 86_400;
const permissions: Readonly<Record<string, string>> = {
  USER_SRP_AUTH: "ALLOW_USER_SRP_AUTH",
  USER_PASSWORD_AUTH: "ALLOW_USER_PASSWORD_AUTH",
  ADMIN_USER_PASSWORD_AUTH: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  REFRESH_TOKEN_AUTH: "ALLOW_REFRESH_TOKEN_AUTH",
  REFRESH_TOKEN: "ALLOW_REFRESH_TOKEN_AUTH",
};

/** Signing in: every flow and every step. */
export interface Auth {
  initiate(input: Input): Promise<Output>;
  respond(input: Input): Promise<Output>;
  refresh(input: Input): Promise<Output>;
}

interface Who {
  readonly user: User;
  readonly client: ClientDescriptor;
  readonly clientMetadata?: unknown;
}

/** Makes the sign-in operations of a pool. */
export function openAuth(state: PoolState, challenges: Challenges): Auth {
  const at = { state, challenges };
  return {
    initiate: (input) => initiate(at, input),
    respond: (input) => respond(at, input),
    refresh: (input) =>
      refresh(state, { client: clientOf(state, input), token: required(input, "RefreshToken"), clientMetadata: input["ClientMetadata"] }),
  };
}

interface At {
  readonly state: PoolState;
  readonly challenges: Challenges;
}

async function initiate(at: At, input: Input): Promise<Output> {
  const client = clientOf(at.state, input);
  const flow = required(input, "AuthFlow");
  const permission = permissions[flow];
  if (permission === undefined) throw invalid(`${flow} is not supported by the local stage`);
  if (client.authFlows && !client.authFlows.includes(permission)) throw invalid(`${flow} flow not enabled for this client`);
  if (permission !== "ALLOW_REFRESH_TOKEN_AUTH") return signIn(at, { client, flow }, input);
  const token = nested(input, "AuthParameters", "REFRESH_TOKEN") ?? "";
  return refresh(at.state, { client, token, clientMetadata: input["ClientMetadata"] });
}

async function signIn(at: At, { client, flow }: { readonly client: ClientDescriptor; readonly flow: string }, input: Input): Promise<Output> {
  const clientMetadata = input["ClientMetadata"];
  const stated = (name: string): string => nested(input, "AuthParameters", name) ?? "";
  const username = nested(input, "AuthParameters", "USERNAME");
  if (username === undefined) throw invalid("Missing required parameter USERNAME");
  const user = await findUser(at.state, username);
  if (!user && !hidesUsers(client)) throw userNotFound();
  const counted = user?.Username ?? username;
  at.challenges.checkWait(counted);
  await preAuthenticate(at.state, client, { username, user, validationData: clientMetadata });
  if (flow === "USER_SRP_AUTH") return startSrp(at, { client, username, user, clientPublic: stated("SRP_A") });
  if (!user || user.Password !== stated("PASSWORD")) throw wrongPassword(at, counted);
  return proceed(at, { user, client, clientMetadata });
}

async function preAuthenticate(
  state: PoolState,
  client: ClientDescriptor,
  attempt: { username: string; user: User | undefined; validationData: unknown },
): Promise<void> {
  const { user, username, validationData } = attempt;
  await state.triggers.call({
    name: "PreAuthentication",
    source: "PreAuthentication_Authentication",
    username: user?.Username ?? username,
    clientId: client.id,
    request: {
      userAttributes: user ? { ...attributeRecord(user.Attributes), "cognito:user_status": user.UserStatus } : {},
      validationData: isRecord(validationData) ? validationData : null,
      userNotFound: user === undefined,
    },
  });
}

function startSrp(
  { state, challenges }: At,
  attempt: { client: ClientDescriptor; username: string; user: User | undefined; clientPublic: string },
): Output {
  const { user } = attempt;
  // An unknown address gets the same kind of answer, and the same one each time, so that nobody can tell it from a known one.
  const username = user?.Username ?? pseudonym(state, attempt.username);
  const salt = createHmac("sha256", state.descriptor.id)
    .update(`${username}${user?.Password ?? ""}`)
    .digest()
    .subarray(0, 16);
  const challenge = srpChallenge(attempt.clientPublic, {
    poolName: poolName(state),
    username,
    password: user?.Password ?? randomBytes(16).toString("hex"),
    salt,
  });
  if (!challenge) throw invalid("Invalid SRP_A");
  const block = challenges.open({
    challenge: "PASSWORD_VERIFIER",
    username,
    clientId: attempt.client.id,
    srp: { key: challenge.key, exists: user !== undefined },
  });
  return {
    ChallengeName: "PASSWORD_VERIFIER",
    ChallengeParameters: { SALT: challenge.salt, SECRET_BLOCK: block, SRP_B: challenge.serverPublic, USERNAME: username, USER_ID_FOR_SRP: username },
  };
}

function pseudonym(state: PoolState, username: string): string {
  const hex = createHash("sha256").update(`${state.descriptor.id}${username.toLowerCase()}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

function poolName(state: PoolState): string {
  return state.descriptor.id.split("_")[1] ?? "";
}

async function respond(at: At, input: Input): Promise<Output> {
  const client = clientOf(at.state, input);
  const name = required(input, "ChallengeName");
  const answer = (field: string): string => nested(input, "ChallengeResponses", field) ?? "";
  const session = name === "PASSWORD_VERIFIER" ? answer("PASSWORD_CLAIM_SECRET_BLOCK") : required(input, "Session");
  const pending = at.challenges.find(session, name);
  if (pending.clientId !== client.id) throw notAuthorized("Invalid session for the user.");
  const clientMetadata = input["ClientMetadata"];
  if (name === "PASSWORD_VERIFIER") {
    at.challenges.close(session);
    return proceed(at, { user: await provenUser(at, pending, { session, answer }), client, clientMetadata });
  }
  const user = await findUser(at.state, pending.username);
  if (!user) throw notAuthorized();
  const step = { who: { user, client, clientMetadata }, session, answer };
  return name === "NEW_PASSWORD_REQUIRED" ? newPassword(at, step, input) : totp(at, step);
}

async function provenUser(at: At, pending: Pending, given: { session: string; answer: (field: string) => string }): Promise<User> {
  const { username, srp } = pending;
  at.challenges.checkWait(username);
  const proof = {
    poolName: poolName(at.state),
    username,
    secretBlock: given.session,
    timestamp: given.answer("TIMESTAMP"),
    signature: given.answer("PASSWORD_CLAIM_SIGNATURE"),
  };
  const user = await findUser(at.state, username);
  if (!user || !srp?.exists || !srpProves(srp.key, proof)) throw wrongPassword(at, username);
  return user;
}

function wrongPassword({ challenges }: At, username: string): CognitoError {
  challenges.failed(username);
  return notAuthorized();
}

/** What follows a right password: a refusal, another step, or the tokens. */
function proceed(at: At, who: Who): Promise<Output> {
  const { user, client } = who;
  at.challenges.succeeded(user.Username);
  if (!user.Enabled) throw notAuthorized("User is disabled.");
  if (user.UserStatus === "UNCONFIRMED") throw new CognitoError("UserNotConfirmedException", "User is not confirmed.");
  if (user.UserStatus === "RESET_REQUIRED") throw new CognitoError("PasswordResetRequiredException", "Password reset required for the user");
  const challenge = (name: string, parameters: Record<string, string>): Promise<Output> =>
    Promise.resolve({
      ChallengeName: name,
      Session: at.challenges.open({ challenge: name, username: user.Username, clientId: client.id }),
      ChallengeParameters: { USER_ID_FOR_SRP: user.Username, ...parameters },
    });
  if (user.UserStatus === "FORCE_CHANGE_PASSWORD") {
    const { sub: _sub, ...attributes } = attributeRecord(user.Attributes);
    return challenge("NEW_PASSWORD_REQUIRED", { requiredAttributes: "[]", userAttributes: JSON.stringify(attributes) });
  }
  if ((at.state.descriptor.mfa ?? "OFF") !== "OFF" && user.UserMFASettingList?.includes("SOFTWARE_TOKEN_MFA"))
    return challenge("SOFTWARE_TOKEN_MFA", {});
  return complete(at.state, who, "Authentication");
}

interface Step {
  readonly who: Who;
  readonly session: string;
  readonly answer: (field: string) => string;
}

async function newPassword(at: At, { who, session, answer }: Step, input: Input): Promise<Output> {
  const password = answer("NEW_PASSWORD");
  checkPassword(at.state.descriptor.passwordPolicy, password);
  const responses = isRecord(input["ChallengeResponses"]) ? input["ChallengeResponses"] : {};
  const attributes = Object.entries(responses).flatMap(([name, value]) =>
    name.startsWith("userAttributes.") ? [{ Name: name.slice(15), Value: String(value) }] : [],
  );
  const named = new Set(attributes.map(({ Name }) => Name));
  const Attributes = [...who.user.Attributes.filter(({ Name }) => !named.has(Name)), ...attributes];
  const user = await saveUser(at.state, who.user, { Password: password, UserStatus: "CONFIRMED", Attributes });
  at.challenges.close(session);
  return complete(at.state, { ...who, user }, "NewPasswordChallenge");
}

async function totp(at: At, { who, session, answer }: Step): Promise<Output> {
  const { user } = who;
  const code = answer("SOFTWARE_TOKEN_MFA_CODE");
  const device = user.SoftwareTokenMfaConfiguration;
  at.challenges.checkWait(user.Username);
  if (!device?.Verified || !at.state.verifyTotp(device.Secret, code)) {
    at.challenges.failed(user.Username);
    throw codeMismatch("Invalid code received for user");
  }
  if (!at.challenges.useCode(user.Username, code)) throw new CognitoError("ExpiredCodeException", "Your software token has already been used once.");
  at.challenges.close(session);
  return complete(at.state, who, "Authentication");
}

async function complete(state: PoolState, who: Who, source: TokenSource): Promise<Output> {
  const { user, client, clientMetadata } = who;
  await state.triggers.call({
    name: "PostAuthentication",
    source: "PostAuthentication_Authentication",
    username: user.Username,
    clientId: client.id,
    request: {
      userAttributes: { ...attributeRecord(user.Attributes), "cognito:user_status": user.UserStatus },
      newDeviceUsed: false,
      ...(isRecord(clientMetadata) ? { clientMetadata } : {}),
    },
  });
  const { refreshToken, session } = state.sessions.start(user.Username, client.id, client.refreshTokenSeconds ?? DEFAULT_REFRESH_SECONDS);
  try {
    const tokens = await makeTokens(state, { user, client, session, source, clientMetadata });
    return { ChallengeParameters: {}, AuthenticationResult: { ...tokens, RefreshToken: refreshToken } };
  } catch (error) {
    state.sessions.revoke(refreshToken);
    throw error;
  }
}

interface Renewal {
  readonly client: ClientDescriptor;
  readonly token: string;
  readonly clientMetadata: unknown;
}

async function refresh(state: PoolState, { client, token, clientMetadata }: Renewal): Promise<Output> {
  const session = state.sessions.find(token);
  if (!session || session.clientId !== client.id) throw notAuthorized("Invalid Refresh Token");
  const user = await findUser(state, session.username);
  if (!user) throw notAuthorized("Invalid Refresh Token");
  if (!user.Enabled) throw notAuthorized("User is disabled.");
  const tokens = await makeTokens(state, { user, client, session, source: "RefreshTokens", clientMetadata });
  return { ChallengeParameters: {}, AuthenticationResult: tokens };
}

/** A code for mails: six digits from the system's random source. */
export function sixDigits(): string {
  return String(Number.parseInt(randomUUID().replaceAll("-", "").slice(0, 12), 16) % 1_000_000).padStart(6, "0");
}
