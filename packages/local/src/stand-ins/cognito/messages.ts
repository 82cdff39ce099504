import { isRecord } from "../wire.ts";
import type { Context, User } from "./library.ts";
import type { CognitoOptions, PoolDescriptor } from "./options.ts";
import { attributeRecord, type Triggers } from "./triggers.ts";

const CODE = "{####}";
const USERNAME = "{username}";

/** Where a message goes and what it carries. `source` is the last part of AWS's trigger source (`SignUp`, `ForgotPassword` …). */
export interface Delivery {
  readonly source: string;
  readonly clientId: string;
  readonly user: User;
  readonly code: string;
  readonly clientMetadata?: unknown;
  /** Another address than the user's own, when a changed one is to be proven. */
  readonly to?: string | undefined;
}

/** How AWS answers where a code went: the address is masked. */
export interface DeliveryDetails {
  readonly AttributeName: "email";
  readonly DeliveryMedium: "EMAIL";
  readonly Destination: string;
}

/** Sends a code by mail, worded by the CustomMessage trigger, the pool's template or Cognito's defaults. */
export async function deliver(options: CognitoOptions, triggers: Triggers, delivery: Delivery): Promise<DeliveryDetails> {
  const { user, code, source } = delivery;
  const to = delivery.to ?? attributeRecord(user.Attributes)["email"] ?? "";
  const worded = await customWords(triggers, delivery);
  const words = { ...defaultWords(options.pool, source), ...worded };
  const fill = (text: string): string => text.replaceAll(CODE, code).replaceAll(USERNAME, to);
  await options.onMessage?.({ source, to, username: user.Username, code, subject: fill(words.subject), body: fill(words.body) });
  return { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: masked(to) };
}

function defaultWords(pool: PoolDescriptor, source: string): { subject: string; body: string } {
  if (source === "AdminCreateUser")
    return { subject: "Your temporary password", body: `Your username is ${USERNAME} and temporary password is ${CODE}. ` };
  const { subject, message } = pool.verificationMail ?? {};
  return { subject: subject ?? "Your verification code", body: message ?? `Your confirmation code is ${CODE}` };
}

async function customWords(triggers: Triggers, { source, clientId, user, clientMetadata }: Delivery): Promise<{ subject?: string; body?: string }> {
  const response = await triggers.call({
    name: "CustomMessage",
    source: `CustomMessage_${source}`,
    username: user.Username,
    clientId,
    request: {
      userAttributes: { ...attributeRecord(user.Attributes), "cognito:user_status": user.UserStatus },
      codeParameter: CODE,
      linkParameter: "{##Click Here##}",
      usernameParameter: source === "AdminCreateUser" ? USERNAME : null,
      ...(isRecord(clientMetadata) ? { clientMetadata } : {}),
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  });
  const { emailMessage, emailSubject } = response ?? {};
  // AWS ignores a message that does not carry the code.
  if (typeof emailMessage !== "string" || !emailMessage.includes(CODE)) return {};
  return { body: emailMessage, ...(typeof emailSubject === "string" && emailSubject !== "" ? { subject: emailSubject } : {}) };
}

/** `a***@e***`, as AWS shows an address it sent a code to. */
export function masked(address: string): string {
  const [local = "", domain = ""] = address.split("@");
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***`;
}

interface LibraryDetails {
  readonly Destination?: string;
}

/** The message service in the shape cognito-local's operations call it. */
export function libraryMessages(options: CognitoOptions, triggers: Triggers): Record<string, unknown> {
  return {
    deliver: async (...given: readonly [Context, string, string | null, string, User, string, unknown, LibraryDetails]) => {
      const [, source, clientId, , user, code, clientMetadata, details] = given;
      await deliver(options, triggers, {
        source,
        clientId: clientId ?? "CLIENT_ID_NOT_APPLICABLE",
        user,
        code,
        clientMetadata,
        to: details.Destination,
      });
    },
  };
}
