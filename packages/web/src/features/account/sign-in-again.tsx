import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { ApiError } from "../../lib/api-error.ts";
import { signOut } from "../../lib/auth.ts";
import { Button } from "../../ui/button.tsx";
import { Note } from "../../ui/feedback.tsx";

/** The refusal of a sign-in that is more than ten minutes old. */
export const isTooOld = (error: unknown): boolean => error instanceof ApiError && error.code === "sign_in.too_old";

/** For what a dialog confirms: it closes, and the page under it shows `SignInAgain`. */
export function unlessTooOld(error: unknown): undefined {
  if (isTooOld(error)) return undefined;
  throw error;
}

/** An old session is not enough for this; the way back to the page as it is now is kept. */
export function SignInAgain({ what }: { readonly what: string }) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const client = useQueryClient();
  const again = async () => {
    await signOut();
    client.clear();
    await navigate(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  };
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <Note tone="waiting">{what}, so it takes a sign-in of the last ten minutes.</Note>
      <Button onClick={() => void again()}>Sign in again</Button>
    </div>
  );
}
