import {
  askGuestQuoteFile,
  askQuoteFile,
  getGuestQuoteFileLink,
  getQuoteFileLink,
  listGuestQuoteFiles,
  listQuoteFiles,
  removeGuestQuoteFile,
  removeQuoteFile,
} from "@sleekapp/contracts/quote-file";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { call } from "../../../lib/api.ts";
import { useMe } from "../../../lib/me.ts";
import { useRead } from "../../../lib/query.ts";
import { FilesPanel } from "./files-panel.tsx";

type Props = { readonly quote: Pick<QuoteView, "quoteId" | "status"> };

const isOpen = ({ status }: Props["quote"]): boolean => status === "priced" || status === "in_review" || status === "sent";

/** A list that the page waits for is asked for again while something of it is being checked. */
const WAIT_MS = 3_000;
const paceOf = (items: readonly { readonly state: string }[] | undefined): number | false =>
  items?.some(({ state }) => state === "waiting") ? WAIT_MS : false;

/** The files of a quote for its buyer and the platform. */
export function QuoteFiles({ quote }: Props) {
  const { data: me } = useMe();
  const params = { quoteId: quote.quoteId };
  const read = useRead(listQuoteFiles, { params });
  useRead(listQuoteFiles, { params }, { every: paceOf(read.data?.items) });
  const mayChange = isOpen(quote) && me?.orgKind === "buyer" && me.memberKind !== "viewer";
  return (
    <FilesPanel
      mayChange={mayChange}
      door={{
        items: read.data?.items,
        error: read.error,
        reread: async () => (await read.refetch()).data?.items ?? [],
        ask: (body) => call(askQuoteFile, { params, body }),
        remove: (uploadId) => call(removeQuoteFile, { params: { ...params, uploadId } }),
        open: (uploadId) => call(getQuoteFileLink, { params: { ...params, uploadId } }),
      }}
    />
  );
}

/** The files of a guest's quote, by the secret that this device holds. */
export function GuestQuoteFiles({ quote, claim }: Props & { readonly claim: string }) {
  const params = { quoteId: quote.quoteId };
  const shown = { credentials: { "x-claim": claim } };
  const read = useRead(listGuestQuoteFiles, { params }, shown);
  useRead(listGuestQuoteFiles, { params }, { ...shown, every: paceOf(read.data?.items) });
  return (
    <FilesPanel
      mayChange={isOpen(quote)}
      door={{
        items: read.data?.items,
        error: read.error,
        reread: async () => (await read.refetch()).data?.items ?? [],
        ask: (body) => call(askGuestQuoteFile, { params, body }, shown),
        remove: (uploadId) => call(removeGuestQuoteFile, { params: { ...params, uploadId } }, shown),
        open: (uploadId) => call(getGuestQuoteFileLink, { params: { ...params, uploadId } }, shown),
      }}
    />
  );
}
