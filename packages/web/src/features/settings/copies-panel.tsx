import { askExport, getExportDocument, getPrivacy } from "@sleekapp/contracts/privacy";
import type { ExportView } from "@sleekapp/core/privacy/model";
import { call } from "../../lib/api.ts";
import { useFileLink } from "../../lib/file-link.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";

const kilobytes = (bytes: number): string => `${new Intl.NumberFormat("en-GB").format(Math.max(1, Math.round(bytes / 1_000)))} kB`;

/** The copies of their data that the reader has asked for, and the way to ask for another. */
export function CopiesPanel({ exports }: { readonly exports: readonly ExportView[] }) {
  const ask = useCommand(askExport, { refresh: [getPrivacy] });
  return (
    <Panel title="A copy of your data">
      <div className="flex flex-col items-start gap-5">
        <p className="measure text-ink-2">
          One file with everything we hold on you: your profile, addresses, sign-ins, quotes, orders and invoices. It is made in a moment, a mail says
          when it is ready, and it is kept for seven days.
        </p>
        {exports.length > 0 ? (
          <ul className="w-full max-w-2xl">
            {exports.map((one) => (
              <Copy key={one.exportId} copy={one} />
            ))}
          </ul>
        ) : null}
        <FormError error={ask.error} />
        <Button busy={ask.isPending} onClick={() => ask.mutate({})}>
          Make a copy
        </Button>
      </div>
    </Panel>
  );
}

function Copy({ copy: { exportId, state, askedAt, bytes = 0, isGone } }: { readonly copy: ExportView }) {
  const { busy, error, open } = useFileLink(() => call(getExportDocument, { params: { exportId } }));
  return (
    <li className="flex flex-col gap-2 border-b border-line py-3 first:pt-0 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p>
          Asked for <TimeAt at={askedAt} />
          {state === "ready" && !isGone ? <span className="tnum text-ink-3">, {kilobytes(bytes)}</span> : null}
        </p>
        {state === "waiting" ? (
          <p role="status" className="text-small text-ink-3">
            It is being made
          </p>
        ) : isGone ? (
          <p className="text-small text-ink-3">Its seven days are over</p>
        ) : (
          <Button size="small" busy={busy} onClick={open}>
            Download
          </Button>
        )}
      </div>
      {error ? <ErrorPanel error={error} /> : null}
    </li>
  );
}
