import { stopSearchMails } from "@sleekapp/contracts/saved-search";
import { useLocation } from "react-router";
import { useCommand } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Note } from "../../ui/feedback.tsx";

/** The token stands in the fragment, which browsers send to nobody. */
const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/u, "")).get("t") ?? "";

/** Where the link in a mail about a search leads: one press stops the mails, without signing in. */
export function Page() {
  const { hash } = useLocation();
  const token = tokenOf(hash);
  const stop = useCommand(stopSearchMails);
  return (
    <div className="gutter mx-auto w-full max-w-3xl py-10 sm:py-14">
      <h1 tabIndex={-1} className="mb-6 font-serif text-display font-semibold tracking-tight">
        Mails about a search
      </h1>
      {token === "" ? (
        <EmptyState title="This link is not whole" action={<ButtonLink to="/app/searches">Your searches</ButtonLink>}>
          Open it from the mail again, or turn the mails off where your searches are.
        </EmptyState>
      ) : null}
      {token !== "" && stop.isSuccess ? (
        <Note tone="done">You get no more mails about this search. It stays among your searches, where they can be turned on again.</Note>
      ) : null}
      {token !== "" && !stop.isSuccess ? (
        <div className="flex flex-col items-start gap-4">
          <p className="text-read">You get one mail a day at most when something new fits a search that you keep.</p>
          {stop.error ? <ErrorPanel error={stop.error} /> : null}
          <Button variant="primary" busy={stop.isPending} onClick={() => stop.mutate({ body: { token } })}>
            Stop these mails
          </Button>
        </div>
      ) : null}
    </div>
  );
}
