import { keepSession, sessionChanged, forgetSession, isSignedIn } from "./session.ts";

/*
 * The one door to Cognito. The library (about 41 KB) is loaded by the first call, never by a public page.
 * Nobody else imports aws-amplify; swapping the session mechanism changes this file and auth-cognito.ts only.
 */
const cognito = () => import("./auth-cognito.ts");

export type AccountKind = "buyer" | "supplier";

/** What remains to be done after a sign-in step. `done` means tokens are stored. */
export type SignInStep = "done" | "confirm" | "newPassword" | "totp" | "reset";

/** Why Cognito refused, in our words; `message` can be shown as it is. */
export class AuthError extends Error {
  readonly code: "credentials" | "code" | "expired" | "password" | "limited" | "unavailable";

  constructor(code: AuthError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AuthError";
    this.code = code;
  }
}

/** Signs in with SRP: the password never leaves the browser. A wrong password and an unknown address give the same error. */
export async function signIn(input: { email: string; password: string; stay: boolean }): Promise<SignInStep> {
  keepSession(input.stay);
  const step = await (await cognito()).signIn(input.email, input.password);
  if (step === "done") sessionChanged();
  return step;
}

/** Answers the open challenge of a sign-in: the new password, or the six digits of an authenticator app. */
export async function answerChallenge(answer: string): Promise<SignInStep> {
  const step = await (await cognito()).answerChallenge(answer);
  if (step === "done") sessionChanged();
  return step;
}

/** Creates an account; Cognito mails a code. A known address is not disclosed: the answer looks the same. */
export async function signUp(input: { email: string; password: string; name: string; kind: AccountKind; company: string }): Promise<void> {
  await (await cognito()).signUp(input);
}

/** Confirms an address with the mailed code; the organisation is made as what they signed up. */
export async function confirm(input: { email: string; code: string }): Promise<void> {
  await (await cognito()).confirm(input);
}

/** Sends the confirmation code again. */
export async function resend(email: string): Promise<void> {
  await (await cognito()).resend(email);
}

/** Mails a code for a forgotten password; the answer is the same for unknown addresses. */
export async function requestReset(email: string): Promise<void> {
  await (await cognito()).requestReset(email);
}

/** Sets a new password with the mailed code. */
export async function confirmReset(input: { email: string; code: string; password: string }): Promise<void> {
  await (await cognito()).confirmReset(input);
}

/** A new secret for an authenticator app, by itself and as the address that a QR code shows. */
export async function newSecret(account: string): Promise<{ readonly secret: string; readonly uri: string }> {
  return (await cognito()).newSecret(account);
}

/** Turns the second factor on with the first code of the app. The tokens are renewed, because an admin's say more from then on. */
export async function proveSecret(code: string): Promise<void> {
  await (await cognito()).proveSecret(code);
  sessionChanged();
}

/** Mails a code to another address; the one before stays in use until that code has been typed. A taken address looks the same. */
export async function changeEmail(email: string): Promise<void> {
  await (await cognito()).changeEmail(email);
}

/** Proves the new address with its code. */
export async function proveEmail(code: string): Promise<void> {
  await (await cognito()).proveEmail(code);
}

/** Changes the password of the signed-in person. */
export async function changePassword(input: { oldPassword: string; newPassword: string }): Promise<void> {
  await (await cognito()).changePassword(input);
}

/** Signs out here, or with `everywhere` on all devices. Local tokens go even when Cognito cannot be reached. */
export async function signOut(everywhere = false): Promise<void> {
  try {
    await (await cognito()).signOut(everywhere);
  } finally {
    forgetSession();
  }
}

/** The current access token, renewed when it is about to end (or always with `renew`); undefined when signed out. */
export async function getToken(renew = false): Promise<string | undefined> {
  if (!isSignedIn()) return undefined;
  const token = await (await cognito()).getToken(renew);
  if (token === undefined) forgetSession();
  return token;
}
