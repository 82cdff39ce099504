import { createGuestQuote, createQuote, listQuotes } from "@sleekapp/contracts/quote";
import type { Brief } from "@sleekapp/core/pricing/model";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "../../lib/api.ts";
import { keyOf } from "../../lib/query.ts";
import { keepClaim } from "./claims.ts";

/** The signed proof of an address, as `answerCode` gives it. */
export type Proof = { readonly proof: string; readonly email: string; readonly expiresAt: string };

type Asked = { readonly brief: Brief; readonly proof?: Proof | undefined };

async function make({ brief, proof }: Asked, idempotencyKey: string): Promise<string> {
  const input = { body: { brief } };
  if (!proof) return (await call(createQuote, input, { idempotencyKey })).quote.quoteId;
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
      const brief = JSON.stringify(asked.brief);
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
