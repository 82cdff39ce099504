import { ButtonLink } from "../ui/button.tsx";
import { ReachUs } from "../ui/error-panel.tsx";
import { useTitle } from "../ui/page-header.tsx";

/** The wrong role at the right address: the address stays, the page says so. */
export function Forbidden() {
  useTitle("Not for your account");
  return (
    <section className="flex flex-col items-start gap-4">
      <h1 tabIndex={-1} className="text-head font-semibold tracking-tight">
        This page is not for your account
      </h1>
      <p className="measure text-ink-2">
        It belongs to another role or organisation. If you think it should be yours, tell us: <ReachUs />.
      </p>
      <ButtonLink to="/app" variant="primary">
        Go to your desk
      </ButtonLink>
    </section>
  );
}
