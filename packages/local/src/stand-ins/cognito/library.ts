import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A name and value pair, as the user pool API writes attributes. */
export interface Attribute {
  readonly Name: string;
  readonly Value?: string | undefined;
}

/** A user as cognito-local keeps it; the password is stored in clear, which is what lets this stand-in play the server side of SRP. */
export interface User {
  readonly Username: string;
  readonly Password: string;
  readonly Attributes: readonly Attribute[];
  readonly Enabled: boolean;
  readonly UserStatus: string;
  readonly UserCreateDate: Date;
  readonly UserLastModifiedDate: Date;
  readonly RefreshTokens: readonly string[];
  readonly ConfirmationCode?: string | undefined;
  readonly AttributeVerificationCode?: string | undefined;
  readonly UnverifiedAttributeChanges?: readonly Attribute[] | undefined;
  readonly UserMFASettingList?: readonly string[] | undefined;
  readonly PreferredMfaSetting?: string | undefined;
  readonly SoftwareTokenMfaConfiguration?: { readonly Secret: string; readonly Verified: boolean } | undefined;
}

/** A request of the user pool API; every field is checked where it is read. */
export type Input = Readonly<Record<string, unknown>>;
/** An answer of the user pool API. */
export type Output = Readonly<Record<string, unknown>>;
/** cognito-local passes a logger through every call. */
export interface Context {
  readonly logger: Record<string, unknown>;
}
/** One operation of the user pool API. */
export type Target = (context: Context, input: Input) => Promise<Output>;

/** The part of cognito-local's user pool that is used here. */
export interface UserPool {
  readonly options: Readonly<Record<string, unknown>> & { readonly Id: string };
  getUserByUsername(context: Context, username: string): Promise<User | null>;
  listUsers(context: Context, filter?: string): Promise<readonly User[]>;
  saveUser(context: Context, user: User): Promise<void>;
  listGroups(context: Context): Promise<readonly { readonly GroupName: string }[]>;
  saveGroup(context: Context, group: Record<string, unknown>): Promise<void>;
  listUserGroupMembership(context: Context, user: User): Promise<readonly string[]>;
  saveAppClient(context: Context, client: Record<string, unknown>): Promise<void>;
  updateOptions(context: Context, options: Record<string, unknown>): Promise<void>;
}

/** Where cognito-local keeps a pool or its clients. */
export interface DataStore {
  get(context: Context, key: string | readonly string[], fallback?: unknown): Promise<unknown>;
  getRoot(context: Context): Promise<unknown>;
  set(context: Context, key: string | readonly string[], value: unknown): Promise<void>;
  delete(context: Context, key: string | readonly string[]): Promise<void>;
}

interface CognitoService {
  createUserPool(context: Context, pool: Record<string, unknown>): Promise<unknown>;
  getUserPool(context: Context, id: string): Promise<UserPool>;
}

interface Factory {
  create(context: Context, id: string, defaults: Record<string, unknown>): Promise<DataStore>;
}

/** The modules of cognito-local that are imported one by one: its entry point would load the AWS SDK v2 and start a server. */
interface Library {
  readonly CognitoServiceImpl: new (directory: string, clients: DataStore, defaults: Record<string, unknown>, pools: unknown) => CognitoService;
  readonly UserPoolServiceFactoryImpl: new (clock: { get(): Date }, stores: Factory) => unknown;
  readonly Router: (services: Record<string, unknown>) => (target: string) => Target;
  readonly verifyTotp: (secret: string, code: string) => boolean;
}

/** The error class cognito-local throws, which its own operations throw too. */
export interface LibraryError extends Error {
  readonly code: string;
}

/** Loads the parts of cognito-local. */
export function loadLibrary(): Library {
  const require = createRequire(import.meta.url);
  const lib = join(dirname(require.resolve("cognito-local/package.json")), "lib");
  return {
    CognitoServiceImpl: require(join(lib, "services/cognitoService")).CognitoServiceImpl,
    UserPoolServiceFactoryImpl: require(join(lib, "services/userPoolService")).UserPoolServiceFactoryImpl,
    Router: require(join(lib, "server/Router")).Router,
    verifyTotp: require(join(lib, "services/totp")).verify,
  };
}

/** Whether an error carries a user pool error code, as cognito-local's do. */
export function isLibraryError(error: unknown): error is LibraryError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

const silent = (): void => {};

/** A logger that keeps cognito-local quiet. */
export function quietContext(): Context {
  const logger: Record<string, unknown> = { info: silent, debug: silent, warn: silent, error: silent, trace: silent, fatal: silent };
  logger["child"] = () => logger;
  return { logger };
}
