import { Amplify } from "aws-amplify";
import * as amplify from "aws-amplify/auth";
import { cognitoUserPoolsTokenProvider } from "aws-amplify/auth/cognito";
import { askSignInPass } from "@sleekapp/contracts/account";
import { call } from "./api.ts";
import { ApiError } from "./api-error.ts";
import { type AccountKind, AuthError, type SignInStep } from "./auth.ts";
import { config } from "./config.ts";
import { tokenStorage } from "./session.ts";

const storage = {
  setItem: async (key: string, value: string) => tokenStorage().setItem(key, value),
  getItem: async (key: string) => tokenStorage().getItem(key),
  removeItem: async (key: string) => tokenStorage().removeItem(key),
  clear: async () => tokenStorage().clear(),
};

let ready: Promise<void> | undefined;

async function configure() {
  const { userPoolId, userPoolClientId, userPoolEndpoint } = await config();
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId, ...(userPoolEndpoint === undefined ? {} : { userPoolEndpoint }) } },
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
}

const wrongCode = "That is not the code we sent. Check the newest mail.";

const messages: Readonly<Record<string, readonly [AuthError["code"], string]>> = {
  NotAuthorizedException: ["credentials", "The e-mail address or the password is not right."],
  UserNotFoundException: ["credentials", "The e-mail address or the password is not right."],
  UserNotConfirmedException: ["credentials", "This address still has to be confirmed."],
  CodeMismatchException: ["code", wrongCode],
  ExpiredCodeException: ["expired", "That code has ended. Ask for a new one."],
  InvalidPasswordException: ["password", "Use at least 12 characters."],
  InvalidParameterException: ["password", "One of the fields was not accepted. Check the address and the password."],
  LimitExceededException: ["limited", "Too many tries. Wait a few minutes and try again."],
  TooManyRequestsException: ["limited", "Too many tries. Wait a few minutes and try again."],
  TooManyFailedAttemptsException: ["limited", "Too many tries. Wait a few minutes and try again."],
};

function translate(error: unknown): AuthError {
  const name = error instanceof Error ? error.name : "";
  const known = messages[name];
  if (known) return new AuthError(known[0], known[1], { cause: error });
  if (name === "UserLambdaValidationException" && error instanceof Error) {
    const text = error.message.replace(/^.*failed with error\s*/u, "");
    if (text.startsWith("Too many tries")) return new AuthError("limited", text, { cause: error });
    return new AuthError("credentials", text, { cause: error });
  }
  return new AuthError("unavailable", "We could not reach the sign-in service. Try again in a moment.", { cause: error });
}

async function run<T>(work: () => Promise<T>): Promise<T> {
  try {
    ready ??= configure();
    await ready;
    return await work();
  } catch (error) {
    if (!(error instanceof AuthError)) throw translate(error);
    throw error;
  }
}

const steps: Readonly<Record<string, SignInStep>> = {
  DONE: "done",
  CONFIRM_SIGN_UP: "confirm",
  CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED: "newPassword",
  CONFIRM_SIGN_IN_WITH_TOTP_CODE: "totp",
  RESET_PASSWORD: "reset",
};

function stepOf(name: string): SignInStep {
  const step = steps[name];
  if (step === undefined) throw new AuthError("unavailable", `This account needs a sign-in step we do not offer (${name}).`);
  return step;
}

/** What our API says of where this attempt comes from; it goes with every step. Without an answer the attempt is made without one. */
let pass: Readonly<Record<string, string>> = {};

async function askPass(email: string): Promise<void> {
  try {
    pass = { ...(await call(askSignInPass, { body: { email } })) };
  } catch (error) {
    pass = {};
    if (error instanceof ApiError && error.status === 429) throw new AuthError("limited", error.message, { cause: error });
  }
}

export const signIn = (username: string, password: string): Promise<SignInStep> =>
  run(async () => {
    // A left-over session makes Amplify refuse; the person clearly wants the new one.
    await Promise.all([amplify.signOut().catch(() => undefined), askPass(username)]);
    const options = { authFlowType: "USER_SRP_AUTH" as const, clientMetadata: pass };
    const { nextStep } = await amplify.signIn({ username, password, options });
    return stepOf(nextStep.signInStep);
  });

/** Runs what takes a code of an authenticator app; codes of a mail have words of their own. */
async function withAppCode<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isNamed(error, "EnableSoftwareTokenMFAException", "CodeMismatchException", "ExpiredCodeException"))
      throw new AuthError("code", "That is not the code your app shows, or it was used already. Wait for the next one and try that.", {
        cause: error,
      });
    throw error;
  }
}

export const answerChallenge = (challengeResponse: string): Promise<SignInStep> =>
  run(() =>
    withAppCode(async () => {
      const { nextStep } = await amplify.confirmSignIn({ challengeResponse, options: { clientMetadata: pass } });
      return stepOf(nextStep.signInStep);
    }),
  );

export const newSecret = (account: string): Promise<{ readonly secret: string; readonly uri: string }> =>
  run(async () => {
    const { sharedSecret, getSetupUri } = await amplify.setUpTOTP();
    return { secret: sharedSecret, uri: getSetupUri("SleekApp", account).href };
  });

export const proveSecret = (code: string): Promise<void> =>
  run(async () => {
    await withAppCode(() => amplify.verifyTOTPSetup({ code }));
    await amplify.updateMFAPreference({ totp: "PREFERRED" });
    await amplify.fetchAuthSession({ forceRefresh: true });
  });

export const changeEmail = (email: string): Promise<void> =>
  run(async () => {
    try {
      await amplify.updateUserAttribute({ userAttribute: { attributeKey: "email", value: email } });
    } catch (error) {
      // Somebody else's address looks like a free one; its owner gets no mail, and no code ever fits.
      if (!isNamed(error, "AliasExistsException")) throw error;
    }
  });

export const proveEmail = (confirmationCode: string): Promise<void> =>
  run(async () => {
    try {
      await amplify.confirmUserAttribute({ userAttributeKey: "email", confirmationCode });
    } catch (error) {
      if (isNamed(error, "AliasExistsException", "NotAuthorizedException")) throw new AuthError("code", wrongCode, { cause: error });
      throw error;
    }
  });

export const signUp = (input: { email: string; password: string; name: string; kind: AccountKind; company: string }): Promise<void> =>
  run(async () => {
    try {
      await amplify.signUp({
        username: input.email,
        password: input.password,
        options: {
          userAttributes: { email: input.email, name: input.name },
          clientMetadata: { as: input.kind, company: input.company },
        },
      });
    } catch (error) {
      // A known address looks like a new one; its owner is told by mail, a stranger learns nothing.
      if (!isNamed(error, "UsernameExistsException")) throw error;
    }
  });

const isNamed = (error: unknown, ...names: readonly string[]): boolean => error instanceof Error && names.includes(error.name);

export const confirm = (input: { email: string; code: string }): Promise<void> =>
  run(async () => {
    try {
      await amplify.confirmSignUp({ username: input.email, confirmationCode: input.code });
    } catch (error) {
      // An address that was confirmed long ago answers like a wrong code: a stranger learns nothing.
      if (isNamed(error, "NotAuthorizedException")) throw new AuthError("code", wrongCode, { cause: error });
      throw error;
    }
  });

export const resend = (username: string): Promise<void> =>
  run(async () => {
    try {
      await amplify.resendSignUpCode({ username });
    } catch (error) {
      // Nothing to confirm, or nobody there: both look like a mail that was sent.
      if (!isNamed(error, "InvalidParameterException", "UserNotFoundException")) throw error;
    }
  });

export const requestReset = (username: string): Promise<void> =>
  run(async () => {
    try {
      await amplify.resetPassword({ username });
    } catch (error) {
      if (!isNamed(error, "UserNotFoundException")) throw error;
    }
  });

export const confirmReset = (input: { email: string; code: string; password: string }): Promise<void> =>
  run(() => amplify.confirmResetPassword({ username: input.email, confirmationCode: input.code, newPassword: input.password }));

export const changePassword = (input: { oldPassword: string; newPassword: string }): Promise<void> => run(() => amplify.updatePassword(input));

export const signOut = (global: boolean): Promise<void> => run(() => amplify.signOut({ global }));

export const getToken = (forceRefresh: boolean): Promise<string | undefined> =>
  run(async () => (await amplify.fetchAuthSession({ forceRefresh })).tokens?.accessToken.toString());
