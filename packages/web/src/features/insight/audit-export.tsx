import { listAudit } from "@sleekapp/contracts/insight";
import type { EntryView } from "@sleekapp/core/audit/model";
import { csvOf } from "@sleekapp/core/audit/view";
import { useMutation } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { download } from "../../lib/download.ts";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.tsx";

/** What a file holds at most; who needs more has the copies in locked storage. */
const MOST = 1_000;

type Query = Readonly<Record<string, string | undefined>>;

type Found = { readonly entries: readonly EntryView[]; readonly isCut: boolean };

async function everything(query: Query, cursor?: string, before: readonly EntryView[] = []): Promise<Found> {
  const page = await call(listAudit, { query: { ...query, limit: 50, ...(cursor ? { cursor } : {}) } });
  const entries = [...before, ...page.items];
  if (page.nextCursor === undefined) return { entries, isCut: false };
  return entries.length >= MOST ? { entries, isCut: true } : everything(query, page.nextCursor, entries);
}

/** The entries of the filter as a file for a spreadsheet. */
export function AuditExport({ query, name }: { readonly query: Query; readonly name: string }) {
  const file = useMutation({
    mutationFn: () => everything(query),
    onSuccess: ({ entries, isCut }) => {
      download(`audit-${name}.csv`, "text/csv;charset=utf-8", csvOf(entries));
      if (isCut) toast(`The file holds the newest ${entries.length} entries; choose fewer for the ones before.`);
    },
    onError: () => toast("The entries did not arrive, so there is no file. Try again.", "late"),
  });
  return (
    <Button onClick={() => file.mutate()} busy={file.isPending}>
      Export as CSV
    </Button>
  );
}
