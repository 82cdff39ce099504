import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Note } from "../../ui/feedback.tsx";

/** The token stands in the fragment, which browsers send to nobody. */
const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/u, "")).get("t") ?? "";

type Stop = {
  readonly isSuccess: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly mutate: (asked: { readonly body: { readonly token: string } }) => void;
};

type Words = {
  readonly title: string;
  /** Why somebody gets these mails, and how often. */
  readonly why: string;
  readonly stopped: string;
  /** What to do about a link that was not copied whole. */
  readonly broken: string;
  readonly elsewhere: ReactNode;
};

/** Where the link in a mail leads that one press stops, without signing in. */
export function StopMails({ stop, words }: { readonly stop: Stop; readonly words: Words }) {
  const token = tokenOf(useLocation().hash);
  return (
    <div className="gutter mx-auto w-full max-w-3xl py-10 sm:py-14">
      <h1 tabIndex={-1} className="mb-6 font-serif text-display font-semibold tracking-tight">
        {words.title}
      </h1>
      {token === "" ? (
        <EmptyState title="This link is not whole" action={words.elsewhere}>
          {words.broken}
        </EmptyState>
      ) : stop.isSuccess ? (
        <Note tone="done">{words.stopped}</Note>
      ) : (
        <div className="flex flex-col items-start gap-4">
          <p className="text-read">{words.why}</p>
          {stop.error ? <ErrorPanel error={stop.error} /> : null}
          <Button variant="primary" busy={stop.isPending} onClick={() => stop.mutate({ body: { token } })}>
            Stop these mails
          </Button>
        </div>
      )}
    </div>
  );
}
