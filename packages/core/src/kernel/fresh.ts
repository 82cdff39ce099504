import { forbidden } from "./error.ts";
import { Request } from "./request.ts";

/** Minutes after a sign-in in which one may change how one signs in, end the account, make an administrator, or say where money goes, without signing in again. */
export const FRESH_MINUTES = 10;

/** A session somebody else has got hold of must not be enough for this. Throws `sign_in.too_old`. */
export function mustBeFresh(now: Date): void {
  const { signIn } = Request.use();
  if (!signIn || now.getTime() - signIn.at.getTime() > FRESH_MINUTES * 60_000)
    throw forbidden("sign_in.too_old", "Sign in again first: this takes a sign-in of the last ten minutes");
}
