import { isRecord } from "../wire.ts";
import { attributesOf, lowerAddresses } from "./accounts.ts";
import { sixDigits } from "./auth.ts";
import { CognitoError, invalid } from "./errors.ts";
import type { Input, Output, User } from "./library.ts";
import { deliver } from "./messages.ts";
import { canonical, checkPassword, findUser, type PoolState, required, requireUser, saveUser } from "./pool.ts";

type Operation = (input: Input) => Promise<Output>;

const USERS_PER_PAGE = 60;

/** The operations an administrator or the system calls: those cognito-local lacks and those it answers otherwise than AWS. */
export function adminOperations(state: PoolState): Readonly<Record<string, Operation>> {
  return {
    AdminCreateUser: (input) => createUser(state, input),
    AdminSetUserPassword: async (input) => {
      const user = await requireUser(state, input);
      checkPassword(state.descriptor.passwordPolicy, required(input, "Password"));
      return state.base("AdminSetUserPassword")(state.context, { ...input, Username: user.Username });
    },
    AdminUpdateUserAttributes: async (input) => {
      const user = await requireUser(state, input);
      const UserAttributes = lowerAddresses(attributesOf(input, "UserAttributes"));
      return state.base("AdminUpdateUserAttributes")(state.context, { ...input, Username: user.Username, UserAttributes });
    },
    AdminResetUserPassword: async (input) => {
      const user = await requireUser(state, input);
      const code = sixDigits();
      const reset = await saveUser(state, user, { UserStatus: "RESET_REQUIRED", ConfirmationCode: code });
      await deliver(state.options, state.triggers, { source: "ForgotPassword", clientId: "CLIENT_ID_NOT_APPLICABLE", user: reset, code });
      return {};
    },
    AdminUserGlobalSignOut: async (input) => {
      const user = await requireUser(state, input);
      state.sessions.revokeUser(user.Username);
      return {};
    },
    AdminDeleteUser: async (input) => {
      const user = await requireUser(state, input);
      state.sessions.revokeUser(user.Username);
      return state.base("AdminDeleteUser")(state.context, { ...input, Username: user.Username });
    },
    AdminSetUserMFAPreference: async (input) => {
      const user = await requireUser(state, input);
      const wish = input["SoftwareTokenMfaSettings"];
      const on = isRecord(wish) && wish["Enabled"] === true;
      if (on && !user.SoftwareTokenMfaConfiguration?.Verified) throw invalid("User has not verified software token mfa");
      const others = (user.UserMFASettingList ?? []).filter((name) => name !== "SOFTWARE_TOKEN_MFA");
      await saveUser(state, user, {
        UserMFASettingList: on ? [...others, "SOFTWARE_TOKEN_MFA"] : others,
        PreferredMfaSetting: on ? "SOFTWARE_TOKEN_MFA" : undefined,
      });
      return {};
    },
    ListUsers: (input) => listUsers(state, input),
  };
}

async function createUser(state: PoolState, input: Input): Promise<Output> {
  const Username = canonical(required(input, "Username"));
  const temporary = input["TemporaryPassword"];
  if (typeof temporary === "string") checkPassword(state.descriptor.passwordPolicy, temporary);
  const existing = await findUser(state, Username);
  if (existing && input["MessageAction"] === "RESEND") return resendInvitation(state, existing, temporary);
  if (existing) throw new CognitoError("UsernameExistsException", "User account already exists");
  // A pool whose user names are addresses writes to the address; cognito-local would insist on a telephone.
  const mediums = Array.isArray(input["DesiredDeliveryMediums"]) ? input["DesiredDeliveryMediums"] : ["EMAIL"];
  const output = await state.base("AdminCreateUser")(state.context, {
    ...input,
    Username,
    TemporaryPassword: temporary ?? temporaryPassword(),
    UserAttributes: [...lowerAddresses(attributesOf(input, "UserAttributes"))],
    DesiredDeliveryMediums: mediums,
  });
  return output;
}

async function resendInvitation(state: PoolState, user: User, temporary: unknown): Promise<Output> {
  const code = typeof temporary === "string" ? temporary : temporaryPassword();
  const changed = await saveUser(state, user, { Password: code, UserStatus: "FORCE_CHANGE_PASSWORD" });
  await deliver(state.options, state.triggers, { source: "AdminCreateUser", clientId: "CLIENT_ID_NOT_APPLICABLE", user: changed, code });
  return { User: view(changed) };
}

/** A password that every policy accepts. */
function temporaryPassword(): string {
  return `Tmp-${sixDigits()}${sixDigits()}x`;
}

function view(user: User): Output {
  const { Attributes, Enabled, UserCreateDate, UserLastModifiedDate, Username, UserStatus } = user;
  return { Attributes, Enabled, UserCreateDate, UserLastModifiedDate, Username, UserStatus };
}

async function listUsers(state: PoolState, input: Input): Promise<Output> {
  const filter = typeof input["Filter"] === "string" && input["Filter"] !== "" ? input["Filter"] : undefined;
  const limit = typeof input["Limit"] === "number" ? Math.min(input["Limit"], USERS_PER_PAGE) : USERS_PER_PAGE;
  const from = typeof input["PaginationToken"] === "string" ? Number(input["PaginationToken"]) : 0;
  const users = await state.pool.listUsers(state.context, filter);
  const more = users.length > from + limit;
  return { Users: users.slice(from, from + limit).map(view), ...(more ? { PaginationToken: String(from + limit) } : {}) };
}
