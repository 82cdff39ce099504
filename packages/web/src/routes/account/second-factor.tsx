import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router";
import { Enrolment } from "../../features/account/enrolment.tsx";
import { AccountPage } from "../../features/account/form.tsx";
import { safeNext } from "../../lib/next.ts";
import { useMe } from "../../lib/me.ts";
import { useSession } from "../../lib/session.ts";
import { ButtonLink } from "../../ui/button.tsx";

const SignedOut = () => (
  <ButtonLink to="/sign-in?next=%2Fsecond-factor" variant="primary" className="self-start">
    Sign in first
  </ButtonLink>
);

/** Sets up an authenticator app. Admins are led here before anything else; everybody else comes from the settings. */
export function Page() {
  const { signedIn } = useSession();
  const { data: me } = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params] = useSearchParams();
  const next = safeNext(params.get("next"), "/app/settings?tab=security");
  const finish = async () => {
    await client.resetQueries();
    await navigate(next, { replace: true });
  };
  return (
    <AccountPage
      title="Set up an authenticator app"
      intro={
        <p>
          Besides your password, signing in then takes a code that only your phone shows: who learns your password still stays outside. Administrators
          cannot do without.
        </p>
      }
    >
      {signedIn ? <Enrolment account={me?.email ?? "SleekApp"} onDone={() => void finish()} /> : <SignedOut />}
    </AccountPage>
  );
}
