import { AddressView, Entry } from "@sleekapp/core/address/model";
import { ProfileView, SessionView, Username } from "@sleekapp/core/account/model";
import { id } from "@sleekapp/core/kernel/id";
import { RangePrefix, RangeView } from "@sleekapp/core/password/model";
import { RecoveryCode, RecoveryCodes, SecondFactorView } from "@sleekapp/core/second-factor/model";
import { Pass } from "@sleekapp/core/sign-in/model";
import { ImageType, SlotView, UploadView } from "@sleekapp/core/upload/model";
import * as z from "zod";
import { anyMember, route } from "./route.ts";

/** Everything about oneself is for everybody who is signed in, and for nobody else. */
const own = { lambda: "identity", auth: "member", who: anyMember } as const;

export const getProfile = route({
  ...own,
  operationId: "getProfile",
  method: "GET",
  path: "/v1/me/profile",
  summary: "The caller as they see themselves",
  response: ProfileView,
});

export const chooseUsername = route({
  ...own,
  operationId: "chooseUsername",
  method: "PUT",
  path: "/v1/me/username",
  summary: "Takes a name that nobody else has",
  body: z.strictObject({ username: Username }),
  response: z.strictObject({ username: z.string() }),
  limits: [{ per: "user", max: 20, seconds: 3_600 }],
});

export const askAvatar = route({
  ...own,
  operationId: "askAvatar",
  method: "POST",
  path: "/v1/me/avatar",
  summary: "A slot for the caller's own picture",
  body: z.strictObject({ type: ImageType }),
  response: SlotView,
  status: 201,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});

const uploadParams = z.strictObject({ uploadId: id("upload") });

export const getAvatarUpload = route({
  ...own,
  operationId: "getAvatarUpload",
  method: "GET",
  path: "/v1/me/avatar/{uploadId}",
  summary: "Whether the picture that was sent has been looked at",
  params: uploadParams,
  response: UploadView,
});

export const setAvatar = route({
  ...own,
  operationId: "setAvatar",
  method: "PUT",
  path: "/v1/me/avatar/{uploadId}",
  summary: "Shows a picture that was sent and found to be one",
  params: uploadParams,
  response: z.strictObject({ uploadId: z.string() }),
});

export const removeAvatar = route({
  ...own,
  operationId: "removeAvatar",
  method: "DELETE",
  path: "/v1/me/avatar",
  summary: "Takes the caller's picture away",
  response: z.strictObject({ userId: z.string() }),
});

export const confirmEmail = route({
  ...own,
  operationId: "confirmEmail",
  method: "POST",
  path: "/v1/me/email",
  summary: "Takes over the address that the caller has proven to the user pool, and tells the one before",
  response: z.strictObject({ email: z.string() }),
  limits: [{ per: "user", max: 20, seconds: 3_600 }],
});

export const listAddresses = route({
  ...own,
  operationId: "listAddresses",
  method: "GET",
  path: "/v1/me/addresses",
  summary: "The caller's address book, the one that is filled in first at its head",
  response: z.strictObject({ items: z.array(AddressView).readonly() }),
});

export const addAddress = route({
  ...own,
  operationId: "addAddress",
  method: "POST",
  path: "/v1/me/addresses",
  summary: "Writes an address into the caller's book",
  body: Entry,
  response: AddressView,
  status: 201,
});

const addressParams = z.strictObject({ addressId: id("address") });

export const updateAddress = route({
  ...own,
  operationId: "updateAddress",
  method: "PUT",
  path: "/v1/me/addresses/{addressId}",
  summary: "Changes an address of the book; orders keep the address they were given",
  params: addressParams,
  body: Entry.extend({ version: z.int() }),
  response: AddressView,
});

export const putAddressFirst = route({
  ...own,
  operationId: "putAddressFirst",
  method: "PUT",
  path: "/v1/me/addresses/{addressId}/default",
  summary: "Makes an address the one that is filled in first",
  params: addressParams,
  response: z.strictObject({ addressId: z.string() }),
});

export const removeAddress = route({
  ...own,
  operationId: "removeAddress",
  method: "DELETE",
  path: "/v1/me/addresses/{addressId}",
  summary: "Takes an address out of the book",
  params: addressParams,
  response: z.strictObject({ addressId: z.string() }),
});

export const listSessions = route({
  ...own,
  operationId: "listSessions",
  method: "GET",
  path: "/v1/me/sessions",
  summary: "The devices the caller is signed in on",
  response: z.strictObject({ items: z.array(SessionView).readonly() }),
});

export const endSession = route({
  ...own,
  operationId: "endSession",
  method: "DELETE",
  path: "/v1/me/sessions/{sessionId}",
  summary: "Ends one sign-in: its next command is refused, its reads within a quarter of an hour",
  params: z.strictObject({ sessionId: z.string().min(1).max(80) }),
  response: z.strictObject({ sessionId: z.string() }),
});

export const endAllSessions = route({
  ...own,
  operationId: "endAllSessions",
  method: "DELETE",
  path: "/v1/me/sessions",
  summary: "Signs the caller out everywhere, here too",
  response: z.strictObject({ sessions: z.int() }),
});

export const getSecondFactor = route({
  ...own,
  operationId: "getSecondFactor",
  method: "GET",
  path: "/v1/me/second-factor",
  summary: "Whether signing in asks for a code, and how many recovery codes are left",
  response: SecondFactorView,
});

export const confirmSecondFactor = route({
  ...own,
  operationId: "confirmSecondFactor",
  method: "POST",
  path: "/v1/me/second-factor",
  summary: "Notes that an authenticator app is set up, and tells the recovery codes",
  response: RecoveryCodes,
  limits: [{ per: "user", max: 20, seconds: 3_600 }],
});

export const renewRecoveryCodes = route({
  ...own,
  operationId: "renewRecoveryCodes",
  method: "POST",
  path: "/v1/me/second-factor/recovery-codes",
  summary: "New recovery codes in the place of those before; soon after signing in",
  response: RecoveryCodes,
  limits: [{ per: "user", max: 20, seconds: 3_600 }],
});

export const turnOffSecondFactor = route({
  ...own,
  operationId: "turnOffSecondFactor",
  method: "DELETE",
  path: "/v1/me/second-factor",
  summary: "Signs in without the app from now on; soon after signing in",
  response: z.strictObject({ userId: z.string() }),
});

export const recoverAccount = route({
  operationId: "recoverAccount",
  lambda: "identity",
  method: "POST",
  path: "/v1/guest/second-factor/recovery",
  summary: "Takes the second factor off the account of a proven address by a recovery code, once",
  auth: "guest",
  who: ["guest"],
  credentials: ["x-proof"],
  body: z.strictObject({ code: RecoveryCode }),
  response: z.strictObject({ recovered: z.literal(true) }),
  limits: [{ per: "address", max: 20, seconds: 3_600 }],
});

export const getPasswordRange = route({
  operationId: "getPasswordRange",
  lambda: "identity",
  method: "GET",
  path: "/v1/public/password-range/{prefix}",
  summary: "Leaked passwords whose SHA-1 begins like this, as a browser asks before it takes a new one",
  auth: "public",
  who: ["visitor"],
  params: z.strictObject({ prefix: RangePrefix }),
  response: RangeView,
});

export const askSignInPass = route({
  operationId: "askSignInPass",
  lambda: "identity",
  method: "POST",
  path: "/v1/guest/sign-in-passes",
  summary: "What the browser shows the user pool when it signs in, so that attempts are counted by network",
  auth: "guest",
  who: ["visitor", "guest"],
  body: z.strictObject({ email: z.string().trim().min(1).max(254) }),
  response: Pass,
  status: 201,
  limits: [{ per: "address", max: 200, seconds: 900 }],
});
