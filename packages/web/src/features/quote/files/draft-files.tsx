import { askDraftFile, listDraftFiles, removeDraftFile } from "@sleekapp/contracts/quote-file";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "../../../lib/api.ts";
import { keyOf, useRead } from "../../../lib/query.ts";
import { FilesPanel } from "./files-panel.tsx";

/** 256 bits of the browser's own generator, as they go into a header. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace("=", "");
}

const none: readonly never[] = [];

type Props = { readonly draft: string | undefined; readonly onDraft: (draft: string) => void };

/** Files of a quote that is being written: they are sent and checked at once, stay with the draft, and go with the quote when it is made. */
export function DraftFiles({ draft, onDraft }: Props) {
  const client = useQueryClient();
  const secret = useRef(draft);
  // Nothing was there before this draft began here; the panel stays while its first list is read, with what is being sent.
  const isNew = useRef(draft === undefined).current;
  const shown = (claim: string) => ({ credentials: { "x-claim": claim } });
  const read = useRead(listDraftFiles, {}, { ...shown(draft ?? ""), enabled: draft !== undefined });
  const reread = async () => {
    if (secret.current === undefined) return none;
    const { items } = await call(listDraftFiles, {}, shown(secret.current));
    client.setQueryData([...keyOf(listDraftFiles, {}), shown(secret.current).credentials], { items });
    return items;
  };
  const opened = (): string => {
    secret.current ??= newSecret();
    if (draft === undefined) onDraft(secret.current);
    return secret.current;
  };
  return (
    <FilesPanel
      mayChange
      door={{
        items: read.data?.items ?? (isNew ? none : undefined),
        error: read.error,
        reread,
        ask: (body) => call(askDraftFile, { body }, shown(opened())),
        remove: (uploadId) => call(removeDraftFile, { params: { uploadId } }, shown(opened())),
      }}
    />
  );
}
