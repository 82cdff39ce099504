import { CognitoError, invalid, notAuthorized, userNotFound } from "./errors.ts";
import type { SigningKey } from "./keys.ts";
import type { Context, Input, Target, User, UserPool } from "./library.ts";
import type { ClientDescriptor, CognitoOptions, PasswordPolicy, PoolDescriptor } from "./options.ts";
import type { Sessions } from "./sessions.ts";
import type { Triggers } from "./triggers.ts";

/** What every operation needs: the pool, its settings, its key and its sign-ins. */
export interface PoolState {
  readonly options: CognitoOptions;
  readonly descriptor: PoolDescriptor;
  readonly context: Context;
  readonly pool: UserPool;
  readonly key: SigningKey;
  readonly sessions: Sessions;
  readonly triggers: Triggers;
  /** cognito-local's own operation of that name. */
  readonly base: (name: string) => Target;
  readonly verifyTotp: (secret: string, code: string) => boolean;
  /** Known once the port is. */
  issuer(): string;
}

/** A field that must be a string. */
export function required(input: Input, name: string): string {
  const value = input[name];
  if (typeof value !== "string" || value === "") throw invalid(`Missing required parameter ${name}`);
  return value;
}

/** A string field of a nested record, or undefined. */
export function nested(input: Input, group: string, name: string): string | undefined {
  const record = input[group];
  if (typeof record !== "object" || record === null) return undefined;
  const value: unknown = Reflect.get(record, name);
  return typeof value === "string" ? value : undefined;
}

/** The app client a request names. */
export function clientOf(state: PoolState, input: Input): ClientDescriptor {
  const id = required(input, "ClientId");
  const client = state.options.clients.find((known) => known.id === id);
  if (!client) throw new CognitoError("ResourceNotFoundException", `User pool client ${id} does not exist.`);
  return client;
}

/** Whether a client hides which accounts exist. */
export function hidesUsers(client: ClientDescriptor): boolean {
  return client.preventUserExistenceErrors !== false;
}

/** Mail addresses are compared without regard to case, as in a pool whose user names are case-insensitive. */
export function canonical(username: string): string {
  return username.includes("@") ? username.trim().toLowerCase() : username;
}

/** Finds a user by sub or address. */
export async function findUser(state: PoolState, username: string): Promise<User | undefined> {
  return (await state.pool.getUserByUsername(state.context, canonical(username))) ?? undefined;
}

/** Finds the user an administrator's call names, or refuses as AWS does. */
export async function requireUser(state: PoolState, input: Input): Promise<User> {
  const user = await findUser(state, required(input, "Username"));
  if (!user) throw userNotFound();
  return user;
}

/** Saves a change to a user. */
export async function saveUser(state: PoolState, user: User, change: Partial<User>): Promise<User> {
  const changed = { ...user, ...change, UserLastModifiedDate: new Date() };
  await state.pool.saveUser(state.context, changed);
  return changed;
}

/** The user behind an access token that this pool signed, that has not expired, and whose sign-in is alive. */
export async function userOfToken(state: PoolState, token: unknown): Promise<User> {
  const claims = typeof token === "string" ? state.key.read(token, Date.now() / 1_000) : undefined;
  if (!claims || claims["token_use"] !== "access" || claims["iss"] !== state.issuer()) throw notAuthorized("Invalid Access Token");
  if (!state.sessions.alive(String(claims["origin_jti"]))) throw notAuthorized("Access Token has been revoked");
  const user = await findUser(state, String(claims["username"]));
  if (!user) throw userNotFound();
  if (!user.Enabled) throw notAuthorized("User is disabled.");
  return user;
}

/** The app client an access token was made for. */
export function clientOfToken(state: PoolState, token: unknown): ClientDescriptor | undefined {
  const claims = typeof token === "string" ? state.key.read(token, Date.now() / 1_000) : undefined;
  return state.options.clients.find(({ id }) => id === claims?.["client_id"]);
}

const rules: readonly (readonly [keyof PasswordPolicy, RegExp, string])[] = [
  ["requireUppercase", /[A-Z]/, "uppercase"],
  ["requireLowercase", /[a-z]/, "lowercase"],
  ["requireNumbers", /[0-9]/, "numeric"],
  ["requireSymbols", /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+ -]/, "symbol"],
];

/** Refuses a password that the pool's policy does not allow, with Cognito's texts. */
export function checkPassword(policy: PasswordPolicy = {}, password: string): void {
  const refuse = (why: string): never => {
    throw new CognitoError("InvalidPasswordException", `Password did not conform with policy: ${why}`);
  };
  if (password.length < (policy.minimumLength ?? 8)) refuse("Password not long enough");
  if (password !== password.trim()) refuse("Password must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$");
  for (const [rule, pattern, name] of rules) {
    if ((policy[rule] ?? true) && !pattern.test(password)) refuse(`Password must have ${name} characters`);
  }
}
