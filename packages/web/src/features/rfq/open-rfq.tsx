import { listQuoteFiles } from "@sleekapp/contracts/quote-file";
import { listRfqs, openRfq } from "@sleekapp/contracts/rfq";
import type { QuoteView } from "@sleekapp/core/quote/view";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useMe } from "../../lib/me.ts";
import { formatCount } from "../../lib/money.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, RadioGroup } from "../../ui/choice.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { briefOf } from "../quote/brief-summary.tsx";

const waits = [
  { value: "3", label: "Three days" },
  { value: "7", label: "A week" },
  { value: "14", label: "Two weeks" },
];

/** Sends the brief of a quote to the suppliers that can make it. */
export function AskForBids({ quote }: { readonly quote: QuoteView }) {
  const { data: me } = useMe();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [days, setDays] = useState("7");
  const [withFiles, setWithFiles] = useState(false);
  const files = useRead(listQuoteFiles, { params: { quoteId: quote.quoteId } }).data?.items.filter(({ state }) => state === "ready") ?? [];
  const open = useCommand(openRfq, { refresh: [listRfqs], onSuccess: ({ rfqId }) => void navigate(`/app/quotes/${rfqId}`) });
  const brief = briefOf(quote.brief);
  if (!brief || quote.status === "accepted" || !me || me.memberKind === "viewer") return null;
  return (
    <Panel title="Ask suppliers">
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-2">Suppliers that can make this name their own prices. They do not learn who you are; this quote stays as it is.</p>
        <Button onClick={() => setAsking(true)}>Ask for bids</Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Ask for bids"
        consequence="The brief goes to up to ten suppliers, without your name and without anything to reach you by."
        action="Ask for bids"
        onConfirm={() => open.mutateAsync({ body: { brief, days: Number(days), ...(withFiles ? { filesOf: quote.quoteId } : {}) } })}
      >
        <RadioGroup legend="They bid within" name="days" options={waits} value={days} onChange={setDays} />
        {files.length > 0 ? (
          <div className="mt-4">
            <Checkbox
              label={`Send the ${formatCount(files.length)} ${files.length === 1 ? "file" : "files"} along`}
              checked={withFiles}
              onChange={(event) => setWithFiles(event.target.checked)}
            />
            <p className="mt-1 text-small text-ink-3">
              Documents go as they are: look for your name, logo or address in them first. Without this the suppliers see no file.
            </p>
          </div>
        ) : null}
      </ConfirmDialog>
    </Panel>
  );
}
