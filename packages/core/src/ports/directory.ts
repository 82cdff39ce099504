import { definePort } from "../kernel/port.ts";

/** What the user pool knows of a person beyond what a token says. */
export type DirectoryEntry = {
  readonly userId: string;
  readonly email: string;
  readonly isEmailProven: boolean;
  /** True when signing in asks for a code of an authenticator app. */
  readonly hasSecondFactor: boolean;
};

/** The user pool, as far as our code reads or changes it. People are named by their id; every call may be repeated. */
export type Directory = {
  /** By id or by proven address; undefined for strangers. */
  readonly find: (userIdOrEmail: string) => Promise<DirectoryEntry | undefined>;
  /** Takes back every refresh token. */
  readonly signOutEverywhere: (userId: string) => Promise<void>;
  readonly removeSecondFactor: (userId: string) => Promise<void>;
  /** The person can never sign in again, and the address is free; somebody who is gone already stays so. */
  readonly forget: (userId: string) => Promise<void>;
};

export const Directory = definePort<Directory>("Directory");
