import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { ApiError } from "../../lib/api-error.ts";
import { signOut } from "../../lib/auth.ts";
import { Button } from "../../ui/button.tsx";
import { Note } from "../../ui/feedback.tsx";

/** The refusal of a sign-in that is more than ten minutes old. */
export const isTooOld = (error: Error | null): boolean => error instanceof ApiError && error.code === "sign_in.too_old";

/** An old session is not enough for this; the way back to the tab is kept. */
export function SignInAgain({ tab, what }: { readonly tab: string; readonly what: string }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const again = async () => {
    await signOut();
    client.clear();
    await navigate(`/sign-in?next=${encodeURIComponent(`/app/settings?tab=${tab}`)}`);
  };
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <Note tone="waiting">{what}, so it takes a sign-in of the last ten minutes.</Note>
      <Button onClick={() => void again()}>Sign in again</Button>
    </div>
  );
}
