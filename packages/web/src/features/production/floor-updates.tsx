import type { getOrderProgress } from "@sleekapp/contracts/production";
import type { Output } from "../../lib/api.ts";
import { formatDate } from "../../lib/dates.ts";
import { EmptyState } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { PhotoGrid } from "../../ui/photo-grid.tsx";
import { TimeAt } from "../../ui/value.tsx";

type Update = Output<typeof getOrderProgress>["updates"][number];

function UpdateEntry({ update }: { readonly update: Update }) {
  const { updateId, stageName, percent, movedTo, note, photos, at } = update;
  return (
    <li className="flex flex-col gap-2 border-b border-line py-4 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          <span className="font-medium">{stageName}</span>{" "}
          <span className="tnum text-ink-2">{movedTo ? `moved to ${formatDate(movedTo)}` : `${percent} %`}</span>
        </p>
        <p className="text-small text-ink-3">
          <TimeAt at={at} />
        </p>
      </div>
      {note ? <p className="break-words whitespace-pre-line text-ink-2">{note}</p> : null}
      {photos.length > 0 ? (
        <PhotoGrid
          label={`Photos of ${stageName}`}
          photos={photos.map((url, index) => ({ id: `${updateId}-${index}`, url, alt: `${stageName}, photo ${index + 1}` }))}
        />
      ) : null}
    </li>
  );
}

/** What the floor reported, newest first. */
export function FloorUpdates({ updates }: { readonly updates: readonly Update[] }) {
  if (updates.length === 0)
    return <EmptyState title="Nothing reported yet">Percent, notes and photos from the factory floor appear here.</EmptyState>;
  return (
    <Panel title="From the floor">
      <ol>
        {updates.map((update) => (
          <UpdateEntry key={update.updateId} update={update} />
        ))}
      </ol>
    </Panel>
  );
}
