import type { FileView } from "@sleekapp/core/quote/view";
import { clsx } from "clsx";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/error-panel.tsx";

const megabytes = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const sizeOf = (bytes: number): string =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${megabytes.format(bytes / 1_000_000)} MB`;

/** What is said of a file beside its name. */
function standing({ state, reason, ending = "", bytes }: FileView): string {
  if (state === "waiting") return "Being checked";
  if (state === "refused") return reason ?? "Not taken";
  return [ending.toUpperCase(), ...(bytes === undefined ? [] : [sizeOf(bytes)])].join(", ");
}

type Props = {
  readonly items: readonly FileView[];
  readonly empty: string;
  /** Where the file can be fetched for a few minutes. */
  readonly open?: ((uploadId: string) => Promise<{ readonly url: string }>) | undefined;
  readonly onRemove?: ((uploadId: string) => Promise<unknown>) | undefined;
};

/** Files by name with their kind, size and state; each is fetched by a link that is made when it is asked for. */
export function FileList({ items, empty, open, onRemove }: Props) {
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const [error, setError] = useState<Error | undefined>(undefined);
  const during = async (uploadId: string, work: () => Promise<unknown>) => {
    setBusy(uploadId);
    setError(undefined);
    await work().catch((failure: unknown) => setError(failure instanceof Error ? failure : new Error(String(failure))));
    setBusy(undefined);
  };
  if (items.length === 0) return <p className="text-ink-2">{empty}</p>;
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {items.map((file) => (
          <li key={file.uploadId} className="flex items-center gap-3 py-2">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{file.name}</span>
              <span className={clsx("block text-small", file.state === "refused" ? "text-madder" : "text-ink-3")}>{standing(file)}</span>
            </span>
            {file.state === "ready" && open ? (
              <Button
                size="small"
                busy={busy === file.uploadId}
                onClick={() => void during(file.uploadId, async () => window.location.assign((await open(file.uploadId)).url))}
              >
                Download<span className="sr-only"> {file.name}</span>
              </Button>
            ) : null}
            {onRemove ? (
              <IconButton
                name={`Remove ${file.name}`}
                size="small"
                icon={<Trash2 size={16} aria-hidden="true" />}
                onClick={() => void during(file.uploadId, () => onRemove(file.uploadId))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <FormError error={error} />
    </>
  );
}
