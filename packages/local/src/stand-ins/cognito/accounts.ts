import { isRecord } from "../wire.ts";
import { sixDigits } from "./auth.ts";
import { codeExpired, codeMismatch, CognitoError, invalid, limitExceeded, notAuthorized, userNotFound } from "./errors.ts";
import type { Attribute, Input, Output, User } from "./library.ts";
import { deliver, masked } from "./messages.ts";
import type { ClientDescriptor } from "./options.ts";
import { canonical, checkPassword, clientOf, clientOfToken, findUser, hidesUsers, type PoolState, required, saveUser, userOfToken } from "./pool.ts";
import { attributeRecord } from "./triggers.ts";

type Operation = (input: Input) => Promise<Output>;

/** Wrong codes a user may try before Cognito makes them wait, and how long a code lives. */
const CODE_ATTEMPTS = 5;
const CODE_MS = { SignUp: 24 * 3_600_000, ForgotPassword: 3_600_000 };

interface Code {
  readonly purpose: keyof typeof CODE_MS;
  readonly until: number;
  readonly wrong: number;
}

interface Desk {
  readonly state: PoolState;
  /** Codes that were mailed and not yet given back, by user name. */
  readonly codes: Map<string, Code>;
}

type Operations = Readonly<Record<string, Operation>>;

/** The operations a person calls for their own account: those cognito-local lacks and those it answers otherwise than AWS. */
export function accountOperations(state: PoolState): Operations {
  const desk = { state, codes: new Map<string, Code>() };
  return { ...signUpOperations(desk), ...passwordOperations(desk), ...sessionOperations(state) };
}

/** An account and the client through which it is reached. */
interface Holder {
  readonly client: ClientDescriptor;
  readonly user: User;
}

interface Issue {
  readonly source: string;
  readonly purpose: Code["purpose"];
  readonly input: Input;
}

/** Mails a new code, which replaces the one before. */
async function issue({ state, codes }: Desk, { client, user }: Holder, { source, purpose, input }: Issue): Promise<Output> {
  const code = sixDigits();
  codes.set(user.Username, { purpose, until: Date.now() + CODE_MS[purpose], wrong: 0 });
  await saveUser(state, user, { ConfirmationCode: code });
  const message = { source, clientId: client.id, user, code, clientMetadata: input["ClientMetadata"] };
  return { CodeDeliveryDetails: await deliver(state.options, state.triggers, message) };
}

function signUpOperations(desk: Desk): Operations {
  const { state, codes } = desk;
  return {
    SignUp: (input) => signUp(state, input),
    ConfirmSignUp: async (input) => {
      const client = clientOf(state, input);
      const user = await findUser(state, required(input, "Username"));
      if (!user) throw hidesUsers(client) ? codeExpired() : userNotFound("Username/client id combination not found.");
      if (user.UserStatus === "CONFIRMED") throw notAuthorized("User cannot be confirmed. Current status is CONFIRMED");
      checkCode(codes, user, { purpose: "SignUp", given: required(input, "ConfirmationCode") });
      return confirm(state, { client, user }, input);
    },
    ResendConfirmationCode: async (input) => {
      const client = clientOf(state, input);
      const username = required(input, "Username");
      const user = await findUser(state, username);
      if (!user && !hidesUsers(client)) throw userNotFound("Username/client id combination not found.");
      if (!user || !user.Enabled) return simulated(username);
      if (user.UserStatus === "CONFIRMED") throw invalid("User is already confirmed.");
      return issue(desk, { client, user }, { source: "ResendCode", purpose: "SignUp", input });
    },
  };
}

function passwordOperations(desk: Desk): Operations {
  const { state, codes } = desk;
  return {
    ForgotPassword: async (input) => {
      const client = clientOf(state, input);
      const username = required(input, "Username");
      const user = await findUser(state, username);
      if (!user && !hidesUsers(client)) throw userNotFound("Username/client id combination not found.");
      if (!user || !user.Enabled) return simulated(username);
      if (user.UserStatus === "FORCE_CHANGE_PASSWORD") throw notAuthorized("User password cannot be reset in the current state.");
      if (attributeRecord(user.Attributes)["email_verified"] !== "true") {
        throw invalid("Cannot reset password for the user as there is no registered/verified email or phone_number");
      }
      return issue(desk, { client, user }, { source: "ForgotPassword", purpose: "ForgotPassword", input });
    },
    ConfirmForgotPassword: async (input) => {
      const client = clientOf(state, input);
      const password = required(input, "Password");
      const user = await findUser(state, required(input, "Username"));
      if (!user || !user.Enabled) throw hidesUsers(client) ? codeMismatch() : userNotFound("Username/client id combination not found.");
      checkPassword(state.descriptor.passwordPolicy, password);
      checkCode(codes, user, { purpose: "ForgotPassword", given: required(input, "ConfirmationCode") });
      await state.base("ConfirmForgotPassword")(state.context, { ...input, Username: user.Username });
      return {};
    },
    ChangePassword: async (input) => {
      const user = await userOfToken(state, input["AccessToken"]);
      if (user.Password !== required(input, "PreviousPassword")) throw notAuthorized();
      const password = required(input, "ProposedPassword");
      checkPassword(state.descriptor.passwordPolicy, password);
      await saveUser(state, user, { Password: password });
      return {};
    },
  };
}

/** What somebody does who is signed in. */
function sessionOperations(state: PoolState): Operations {
  return {
    UpdateUserAttributes: (input) => updateAttributes(state, input),
    GlobalSignOut: async (input) => {
      const user = await userOfToken(state, input["AccessToken"]);
      state.sessions.revokeUser(user.Username);
      return {};
    },
    RevokeToken: (input) => {
      clientOf(state, input);
      state.sessions.revoke(required(input, "Token"));
      return Promise.resolve({});
    },
    DeleteUser: async (input) => {
      const user = await userOfToken(state, input["AccessToken"]);
      state.sessions.revokeUser(user.Username);
      return state.base("DeleteUser")(state.context, input);
    },
    VerifySoftwareToken: (input) => verifySoftwareToken(state, input),
  };
}

async function signUp(state: PoolState, input: Input): Promise<Output> {
  const client = clientOf(state, input);
  if (state.descriptor.selfSignUp === false) throw notAuthorized("SignUp is not permitted for this user pool");
  const attributes = attributesOf(input, "UserAttributes");
  checkWritable(client, attributes);
  checkPassword(state.descriptor.passwordPolicy, required(input, "Password"));
  const Username = canonical(required(input, "Username"));
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(Username)) throw invalid("Username should be an email.");
  if (await findUser(state, Username)) throw new CognitoError("UsernameExistsException", "User already exists");
  return maskDetails(await state.base("SignUp")(state.context, { ...input, Username, UserAttributes: lowerAddresses(attributes) }));
}

async function confirm(state: PoolState, { client, user }: Holder, input: Input): Promise<Output> {
  const Attributes = [...user.Attributes.filter(({ Name }) => Name !== "email_verified"), { Name: "email_verified", Value: "true" }];
  const confirmed = await saveUser(state, user, { Attributes, UserStatus: "CONFIRMED", ConfirmationCode: undefined });
  const clientMetadata = input["ClientMetadata"];
  await state.triggers.call({
    name: "PostConfirmation",
    source: "PostConfirmation_ConfirmSignUp",
    username: user.Username,
    clientId: client.id,
    request: {
      userAttributes: { ...attributeRecord(confirmed.Attributes), "cognito:user_status": "CONFIRMED" },
      ...(isRecord(clientMetadata) ? { clientMetadata } : {}),
    },
  });
  return {};
}

function checkCode(codes: Map<string, Code>, user: User, { purpose, given }: { purpose: keyof typeof CODE_MS; given: string }): void {
  // A code that an earlier run of the stage sent has no record any more; it is as good as new.
  const record = codes.get(user.Username) ?? { purpose, until: Date.now() + CODE_MS[purpose], wrong: 0 };
  if (user.ConfirmationCode === undefined || record.purpose !== purpose || record.until < Date.now()) throw codeExpired();
  if (record.wrong >= CODE_ATTEMPTS) throw limitExceeded();
  if (user.ConfirmationCode !== given) {
    codes.set(user.Username, { ...record, wrong: record.wrong + 1 });
    throw codeMismatch();
  }
  codes.delete(user.Username);
}

function simulated(username: string): Output {
  return { CodeDeliveryDetails: { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: masked(canonical(username)) } };
}

/** AWS only marks the device as proven; cognito-local also demands it at the next sign-in, which `SetUserMFAPreference` decides. */
async function verifySoftwareToken(state: PoolState, input: Input): Promise<Output> {
  const before = await userOfToken(state, input["AccessToken"]);
  let output: Output;
  try {
    output = await state.base("VerifySoftwareToken")(state.context, input);
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === "CodeMismatchException")
      throw new CognitoError("EnableSoftwareTokenMFAException", "Code mismatch");
    throw error;
  }
  const after = await findUser(state, before.Username);
  if (after) await saveUser(state, after, { UserMFASettingList: before.UserMFASettingList ?? [] });
  return output;
}

async function updateAttributes(state: PoolState, input: Input): Promise<Output> {
  const user = await userOfToken(state, input["AccessToken"]);
  const UserAttributes = lowerAddresses(attributesOf(input, "UserAttributes"));
  checkWritable(clientOfToken(state, input["AccessToken"]), UserAttributes);
  const address = attributeRecord(UserAttributes)["email"];
  const holder = address === undefined ? undefined : await findUser(state, address);
  if (holder && holder.Username !== user.Username) throw new CognitoError("AliasExistsException", "An account with the given email already exists.");
  return maskDetails(await state.base("UpdateUserAttributes")(state.context, { ...input, UserAttributes }));
}

function checkWritable(client: ClientDescriptor | undefined, attributes: readonly Attribute[]): void {
  const allowed = client?.writeAttributes;
  if (allowed && attributes.some(({ Name }) => !allowed.includes(Name))) throw notAuthorized("A client attempted to write unauthorized attribute");
}

/** The attribute list of a request. */
export function attributesOf(input: Input, name: string): readonly Attribute[] {
  const given = input[name];
  if (!Array.isArray(given)) return [];
  return given.flatMap((item: unknown) =>
    isRecord(item) && typeof item["Name"] === "string" ? [{ Name: item["Name"], Value: String(item["Value"] ?? "") }] : [],
  );
}

/** Mail addresses in lower case, the form in which they are looked up. */
export function lowerAddresses(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes.map(({ Name, Value }) => ({ Name, Value: Name === "email" && Value !== undefined ? canonical(Value) : Value }));
}

function maskDetails(output: Output): Output {
  const mask = (details: unknown): unknown =>
    isRecord(details) && typeof details["Destination"] === "string" ? { ...details, Destination: masked(details["Destination"]) } : details;
  const list = output["CodeDeliveryDetailsList"];
  return {
    ...output,
    ...(output["CodeDeliveryDetails"] === undefined ? {} : { CodeDeliveryDetails: mask(output["CodeDeliveryDetails"]) }),
    ...(Array.isArray(list) ? { CodeDeliveryDetailsList: list.map(mask) } : {}),
  };
}
