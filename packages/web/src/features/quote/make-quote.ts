import { setQuoteDesign } from "@sleekapp/contracts/design";
import { createGuestQuote, createQuote, listQuotes } from "@sleekapp/contracts/quote";
import type { Brief } from "@sleekapp/core/pricing/model";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "../../lib/api.ts";
import { keyOf } from "../../lib/query.ts";
import { toast } from "../../ui/toast.tsx";
import { keepClaim } from "./claims.ts";

/** The signed proof of an address, as `answerCode` gives it. */
export type Proof = { readonly proof: string; readonly email: string; readonly expiresAt: string };

type Asked = {
  readonly brief: Brief;
  readonly proof?: Proof | undefined;
  /** A design of the account that the quote is to show. */
  readonly designId?: string | undefined;
  /** The secret under which files were sent for it. */
  readonly draft?: string | undefined;
};

/** The quote is there whatever becomes of its design, which can still be chosen on its page. */
async function show(quoteId: string, designId: string | undefined): Promise<string> {
  if (designId === undefined) return quoteId;
  const isShown = await call(setQuoteDesign, { params: { quoteId }, body: { designId } }).then(
    () => true,
    () => false,
  );
  if (!isShown) toast("The quote is made, but it does not show the design yet; choose it there", "late");
  return quoteId;
}

async function make({ brief, proof, designId, draft }: Asked, idempotencyKey: string): Promise<string> {
  const input = { body: { brief, ...(draft ? { draft } : {}) } };
  if (!proof) return show((await call(createQuote, input, { idempotencyKey })).quote.quoteId, designId);
  const { quote, claim } = await call(createGuestQuote, input, { idempotencyKey, credentials: { "x-proof": proof.proof } });
  if (claim) keepClaim({ quoteId: quote.quoteId, claim, email: proof.email });
  return quote.quoteId;
}

/** Makes the quote of a brief, for the account or for a proven address; the same brief asked for twice is one quote. */
export function useMakeQuote(onMade: (quoteId: string) => void) {
  const client = useQueryClient();
  const intent = useRef<{ readonly brief: string; readonly key: string } | undefined>(undefined);
  const flight = useRef<Promise<string> | undefined>(undefined);
  return useMutation<string, Error, Asked>({
    mutationFn: (asked) => {
      const brief = JSON.stringify([asked.brief, asked.draft]);
      if (intent.current?.brief !== brief) intent.current = { brief, key: crypto.randomUUID() };
      // The second click of a double click joins the first.
      flight.current ??= make(asked, intent.current.key).finally(() => (flight.current = undefined));
      return flight.current;
    },
    onSuccess: (quoteId) => {
      void client.invalidateQueries({ queryKey: keyOf(listQuotes) });
      onMade(quoteId);
    },
  });
}
