import { type AppError, forbidden } from "../kernel/error.ts";

/** What somebody hears whom the platform has shut out, at the next sign-in, renewal or command. */
export const shutOut = (): AppError => forbidden("account.suspended", "This account is suspended; write to us if you think that is a mistake");
