import { shareQuote, unshareQuote } from "@sleekapp/contracts/quote-review";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { MadeLink } from "../../ui/made-link.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { quoteReads } from "./reads.ts";

/** The secret stands in the fragment, which browsers send to nobody. */
const linkTo = (quoteId: string, token: string): string =>
  `${window.location.origin}/shared-quote#${new URLSearchParams({ id: quoteId, t: token }).toString()}`;

/** A link by which somebody without an account reads the quote, until it is turned off. */
export function ShareQuote({ quote: { quoteId, isShared } }: { readonly quote: QuoteView }) {
  const [url, setUrl] = useState<string | undefined>(undefined);
  const share = useCommand(shareQuote, { refresh: quoteReads, onSuccess: (made) => setUrl(linkTo(made.quoteId, made.token)) });
  const unshare = useCommand(unshareQuote, { refresh: quoteReads, onSuccess: () => setUrl(undefined) });
  return (
    <Panel title="Share">
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">
          {isShared ? "Whoever has the link reads this quote. It cannot be accepted with it." : "Show it to somebody who has no account."}
        </p>
        {url ? <MadeLink label="Link to this quote" url={url} /> : null}
        {share.error || unshare.error ? <ErrorPanel error={share.error ?? unshare.error} /> : null}
        <div className="flex flex-wrap gap-2">
          <Button busy={share.isPending} onClick={() => share.mutate({ params: { quoteId } })}>
            {isShared ? "Make a new link" : "Make a link"}
          </Button>
          {isShared ? (
            <Button variant="quiet" busy={unshare.isPending} onClick={() => unshare.mutate({ params: { quoteId } })}>
              Turn the link off
            </Button>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}
