import { stopLeadMails } from "@sleekapp/contracts/lead";
import { useLocation } from "react-router";
import { useCommand } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Note } from "../../ui/feedback.tsx";

/** The token stands in the fragment, which browsers send to nobody. */
const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/u, "")).get("t") ?? "";

/** Where the link in a follow-up leads: one press stops them, without signing in. */
export function Page() {
  const { hash } = useLocation();
  const token = tokenOf(hash);
  const stop = useCommand(stopLeadMails);
  return (
    <div className="gutter mx-auto w-full max-w-3xl py-10 sm:py-14">
      <h1 tabIndex={-1} className="mb-6 font-serif text-display font-semibold tracking-tight">
        Mails about your request
      </h1>
      {token === "" ? (
        <EmptyState title="This link is not whole" action={<ButtonLink to="/talk">Talk to a person</ButtonLink>}>
          Open it from the mail again.
        </EmptyState>
      ) : stop.isSuccess ? (
        <Note tone="done">We write to you about this request no more. Your quote, if you have one, stays as it is.</Note>
      ) : (
        <div className="flex flex-col items-start gap-4">
          <p className="text-read">We write again, once a day at most, to whoever asked us about a run.</p>
          {stop.error ? <ErrorPanel error={stop.error} /> : null}
          <Button variant="primary" busy={stop.isPending} onClick={() => stop.mutate({ body: { token } })}>
            Stop these mails
          </Button>
        </div>
      )}
    </div>
  );
}
