import { takeInvitation } from "@sleekapp/contracts/identity";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import { AccountPage } from "../../features/account/form.tsx";
import { ApiError } from "../../lib/api-error.ts";
import { getToken, signOut } from "../../lib/auth.ts";
import { useDraft } from "../../lib/draft.ts";
import { type Me, useMe } from "../../lib/me.ts";
import { useCommand } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { Button, ButtonLink, Link } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Loading, Note, SkeletonText } from "../../ui/feedback.tsx";

const isSecret = (value: unknown): string | undefined => (typeof value === "string" && value.length >= 20 ? value : undefined);

/**
 * The secret of the mailed link. It comes behind the `#`, which no server sees, and is moved into this tab at once, so that
 * signing in or up on the way neither loses it nor writes it into an address.
 */
function useSecret() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const { value, save, clear } = useDraft<string>({ key: "join", initial: "", parse: isSecret });
  const given = isSecret(new URLSearchParams(hash.slice(1)).get("t"));
  useEffect(() => {
    if (given === undefined) return;
    save(given);
    void navigate("/join", { replace: true });
  }, [given, save, navigate]);
  return { secret: given ?? (value === "" ? undefined : value), clear };
}

/** Takes a seat that was offered by mail. */
export function Page() {
  const { signedIn } = useSession();
  const { data: me } = useMe();
  const { secret, clear } = useSecret();
  return (
    <AccountPage title="Join an organisation">
      {secret === undefined ? <NoSecret /> : signedIn ? <Taking secret={secret} me={me} onTaken={clear} /> : <SignedOut />}
    </AccountPage>
  );
}

const NoSecret = () => (
  <>
    <Note>Open the link in your invitation mail: it carries what this page needs. A link works once, for a week.</Note>
    <p className="text-ink-2">
      Already inside? <Link to="/app">Go to your desk</Link>
    </p>
  </>
);

const SignedOut = () => (
  <>
    <p className="text-ink-2">Sign in with the address the invitation was sent to. If it has no account yet, create one; you come back here.</p>
    <div className="flex flex-wrap gap-2">
      <ButtonLink to="/sign-in?next=%2Fjoin" variant="primary">
        Sign in
      </ButtonLink>
      <ButtonLink to="/sign-up?next=%2Fjoin">Create an account</ButtonLink>
    </div>
  </>
);

const refusals: Readonly<Record<string, string>> = {
  "invitation.take.not_found": "This invitation has been used, withdrawn, or has ended. Ask for a new one.",
  "record.not_found": "This invitation has been used, withdrawn, or has ended. Ask for a new one.",
  "invitation.other_address": "This invitation was sent to another address. Sign out, then sign in with that one.",
  "invitation.seated": "You have a seat in this organisation already.",
};

const refusalOf = (error: Error | null): string | undefined => {
  if (!(error instanceof ApiError)) return undefined;
  return refusals[error.code] ?? (error.status === 404 ? refusals["record.not_found"] : undefined);
};

type TakingProps = { readonly secret: string; readonly me: Me | undefined; readonly onTaken: () => void };

function Taking({ secret, me, onTaken }: TakingProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const enter = async () => {
    // The new seat is in the next token; what was read as somebody else's is forgotten.
    await getToken(true);
    onTaken();
    await navigate("/app", { replace: true });
    await client.resetQueries();
  };
  const take = useCommand(takeInvitation, { onSuccess: () => void enter() });
  const refusal = refusalOf(take.error);
  if (!me) {
    return (
      <Loading label="Loading your account">
        <SkeletonText lines={3} />
      </Loading>
    );
  }
  return (
    <>
      <p className="text-ink-2">
        You are signed in as <span className="font-medium text-ink">{me.email}</span>. Taking the seat makes that organisation the one you act for;
        you can change back in the settings.
      </p>
      {refusal ? (
        <div role="alert">
          <Note tone="late">{refusal}</Note>
        </div>
      ) : (
        <FormError error={take.error} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={take.isPending || take.isSuccess} onClick={() => take.mutate({ body: { token: secret } })}>
          Take the seat
        </Button>
        <Button onClick={() => void signOut().then(() => client.clear())}>Use another account</Button>
      </div>
    </>
  );
}
