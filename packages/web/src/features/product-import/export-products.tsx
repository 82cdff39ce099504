import { getExport, openExport } from "@sleekapp/contracts/product-import";
import { useEffect, useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";

const WATCH_MS = 1_000;

/** A file of all listings: it is asked for, watched while it is written, and fetched when it is there. */
function useExport() {
  const [fileId, setFileId] = useState("");
  const [isOver, setOver] = useState(false);
  const ask = useCommand(openExport, {
    onSuccess: (answer) => {
      setOver(false);
      setFileId(answer.fileId);
    },
  });
  const isWatched = fileId !== "" && !isOver;
  const job = useRead(getExport, { params: { fileId } }, { enabled: isWatched, every: isWatched ? WATCH_MS : false });
  const { state, url, products = 0 } = job.data ?? {};
  useEffect(() => {
    if (state === undefined || state === "running") return;
    setOver(true);
    // The link lasts five minutes and names the file, so the browser downloads it and the page stays.
    if (url !== undefined) window.location.assign(url);
  }, [fileId, state, url]);
  const busy = ask.isPending || (isWatched && !job.error);
  return { ask: () => ask.mutate({}), busy, isWatched, products, ended: isOver ? state : undefined, error: ask.error ?? job.error };
}

/** All listings as a file, by one button. */
export function ExportProducts() {
  const { ask, busy, isWatched, products, ended, error } = useExport();
  return (
    <>
      <Button busy={busy} onClick={ask}>
        Export
      </Button>
      <span role="status" className="sr-only">
        {isWatched ? `Writing the file, ${formatCount(products)} listings so far` : ""}
        {ended === "done" ? `The file has ${formatCount(products)} listings` : ""}
      </span>
      {ended === "failed" ? <p className="text-madder">The file could not be written. Ask for it again.</p> : null}
      {error ? <ErrorPanel error={error} /> : null}
    </>
  );
}
