import { askGuestQuoteDocument, askQuoteDocument, getGuestQuoteDocument, getQuoteDocument } from "@sleekapp/contracts/quote-file";
import { FileDown } from "lucide-react";
import { useState } from "react";
import { ApiError, call } from "../../../lib/api.ts";
import { shownError } from "../../../lib/api-error.ts";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/error-panel.tsx";

const TRIES = 40;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Has the PDF made and waits until it is there; gives a link of five minutes. */
async function linkTo(quoteId: string, claim: string | undefined): Promise<string> {
  const input = { params: { quoteId } };
  const shown = claim === undefined ? {} : { credentials: { "x-claim": claim } };
  const [ask, get] =
    claim === undefined ? ([askQuoteDocument, getQuoteDocument] as const) : ([askGuestQuoteDocument, getGuestQuoteDocument] as const);
  await call(ask, input, shown);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { url } = await call(get, input, shown);
    if (url !== undefined) return url;
    await pause(750);
  }
  const requestId = `web-${crypto.randomUUID().slice(0, 8)}`;
  throw new ApiError({ code: "quote.document_late", message: "The PDF is still being made. Try again in a minute.", status: 422, requestId });
}

/** Downloads the revision in force as a PDF; it is made when it is first asked for. */
export function DownloadQuote({ quoteId, claim }: { readonly quoteId: string; readonly claim?: string | undefined }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | undefined>(undefined);
  const download = async () => {
    setBusy(true);
    setError(undefined);
    try {
      window.location.assign(await linkTo(quoteId, claim));
    } catch (failure) {
      setError(shownError(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div data-print="none" className="flex flex-col items-start gap-2">
      <Button busy={busy} onClick={() => void download()}>
        <FileDown size={16} aria-hidden="true" /> Download as PDF
      </Button>
      <FormError error={error} />
    </div>
  );
}
