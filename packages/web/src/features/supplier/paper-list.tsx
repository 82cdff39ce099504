import type { SupplierView } from "@sleekapp/core/supplier/view";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { paperNames } from "./words.ts";

type Props = {
  readonly papers: SupplierView["papers"];
  readonly empty: string;
  /** Where the paper can be fetched for a few minutes. */
  readonly open: (uploadId: string) => Promise<string>;
  readonly onRemove?: (uploadId: string) => void;
};

/** Papers by what they are; each is fetched by a link that is made when it is asked for. */
export function PaperList({ papers, empty, open, onRemove }: Props) {
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const [error, setError] = useState<Error | undefined>(undefined);
  const fetchIt = async (uploadId: string) => {
    setBusy(uploadId);
    setError(undefined);
    try {
      window.location.assign(await open(uploadId));
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
    setBusy(undefined);
  };
  if (papers.length === 0) return <p className="text-ink-2">{empty}</p>;
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {papers.map(({ uploadId, kind, name, addedAt }) => (
          <li key={uploadId} className="flex items-center gap-3 py-2">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{paperNames[kind]}</span>
              <span className="block truncate text-small text-ink-3">
                {name}, <TimeAt at={addedAt} />
              </span>
            </span>
            <Button size="small" busy={busy === uploadId} onClick={() => void fetchIt(uploadId)}>
              Download<span className="sr-only"> {name}</span>
            </Button>
            {onRemove ? (
              <IconButton name={`Remove ${name}`} size="small" icon={<Trash2 size={16} aria-hidden="true" />} onClick={() => onRemove(uploadId)} />
            ) : null}
          </li>
        ))}
      </ul>
      <FormError error={error} />
    </>
  );
}
