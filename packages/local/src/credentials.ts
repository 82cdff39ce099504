import { createHash } from "node:crypto";

/** The access key id of a function: its name without what the table engine refuses in a key id. */
export const accessKeyId = (functionName: string): string => functionName.replaceAll(/[^A-Za-z0-9]/g, "");

/** The secret behind it, another for each function and the same after a restart, so that signed links go on working. */
export const secretAccessKey = (functionName: string): string => createHash("sha256").update(`function ${functionName}`).digest("base64url");

/** Whoever looks after the stage, with the rights of an administrator of the account. */
export const operator = { accessKeyId: "operator", secretAccessKey: "local" } as const;
