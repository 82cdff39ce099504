import { Amplify } from "aws-amplify";
import {
  confirmSignIn,
  confirmSignUp,
  confirmUserAttribute,
  fetchAuthSession,
  setUpTOTP,
  signIn,
  signUp,
  updateMFAPreference,
  updateUserAttribute,
  verifyTOTPSetup,
} from "aws-amplify/auth";
import { cognitoUserPoolsTokenProvider } from "aws-amplify/auth/cognito";
import { ConsoleLogger } from "aws-amplify/utils";
import { takeSwiftPowers } from "./swift-powers.ts";
import { freshTotp } from "./totp.ts";

await takeSwiftPowers();

// It would warn at every sign-in that the user pool is not at AWS's own address.
ConsoleLogger.LOG_LEVEL = "ERROR";

/** The user pool that people sign in to. */
export type Pool = { readonly userPoolId: string; readonly userPoolClientId: string; readonly userPoolEndpoint: string };

export type Newcomer = {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly as: "buyer" | "supplier";
  readonly company: string;
};

/** With a pass the attempt is counted for the network that the edge saw; `secret` is asked for when there is an authenticator app. */
export type Entering = { readonly pass?: string; readonly secret?: () => Promise<string | undefined> };

/** One person's session with the user pool. */
export type Session = {
  readonly signUp: (newcomer: Newcomer) => Promise<void>;
  readonly confirm: (email: string, code: string) => Promise<void>;
  readonly signIn: (email: string, password: string, more?: Entering) => Promise<void>;
  /** Sets up an authenticator app, and takes a new token; gives its secret. */
  readonly enrol: () => Promise<string>;
  /** Asks the pool for another address, and proves it with the code that was mailed there. */
  readonly changeEmail: (email: string, codeOf: (email: string) => Promise<string>) => Promise<void>;
  /** The access token, renewed when it is about to end, or always. */
  readonly token: (renew?: boolean) => Promise<string>;
  /** The ID token, which says who somebody is and opens nothing. */
  readonly idToken: () => Promise<string>;
};

/** The library keeps one session in the whole process, so people take turns with it. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work);
  turn = mine.catch(() => undefined);
  return mine;
}

/** A session of one person in the web application's own library: SRP, so the password never travels. */
export function openSession(pool: Pool): Session {
  const memory = new Map<string, string>();
  const storage = {
    setItem: async (key: string, value: string) => void memory.set(key, value),
    getItem: async (key: string) => memory.get(key) ?? null,
    removeItem: async (key: string) => void memory.delete(key),
    clear: async () => memory.clear(),
  };
  const asMe = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(() => {
      Amplify.configure({ Auth: { Cognito: pool } });
      cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
      return work();
    });
  return {
    signUp: ({ email, password, name, as, company }) =>
      asMe(async () => {
        await signUp({ username: email, password, options: { userAttributes: { email, name }, clientMetadata: { as, company } } });
      }),
    confirm: (username, confirmationCode) =>
      asMe(async () => {
        await confirmSignUp({ username, confirmationCode });
      }),
    signIn: (username, password, { pass, secret } = {}) =>
      asMe(async () => {
        memory.clear();
        const options = pass === undefined ? {} : { options: { clientMetadata: { pass } } };
        let { nextStep } = await signIn({ username, password, ...options });
        const known = nextStep.signInStep === "CONFIRM_SIGN_IN_WITH_TOTP_CODE" ? await secret?.() : undefined;
        if (known !== undefined) ({ nextStep } = await confirmSignIn({ challengeResponse: freshTotp(known), ...options }));
        if (nextStep.signInStep !== "DONE") throw new Error(`${username} has to go through ${nextStep.signInStep} first`);
      }),
    enrol: () =>
      asMe(async () => {
        const { sharedSecret } = await setUpTOTP();
        await verifyTOTPSetup({ code: freshTotp(sharedSecret) });
        await updateMFAPreference({ totp: "PREFERRED" });
        await fetchAuthSession({ forceRefresh: true });
        return sharedSecret;
      }),
    changeEmail: (email, codeOf) =>
      asMe(async () => {
        await updateUserAttribute({ userAttribute: { attributeKey: "email", value: email } });
        await confirmUserAttribute({ userAttributeKey: "email", confirmationCode: await codeOf(email) });
      }),
    token: (renew = false) =>
      asMe(async () => {
        const { tokens } = await fetchAuthSession({ forceRefresh: renew });
        if (!tokens) throw new Error("Nobody is signed in");
        return tokens.accessToken.toString();
      }),
    idToken: () =>
      asMe(async () => {
        const { tokens } = await fetchAuthSession();
        if (!tokens?.idToken) throw new Error("Nobody is signed in");
        return tokens.idToken.toString();
      }),
  };
}
