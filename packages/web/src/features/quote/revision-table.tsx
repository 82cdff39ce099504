import { listQuoteRevisions } from "@sleekapp/contracts/quote-review";
import { colourWords } from "@sleekapp/core/pricing/words";
import type { RevisionView } from "@sleekapp/core/quote/view";
import type { ReactNode } from "react";
import { formatCount } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Amount, TimeAt } from "../../ui/value.tsx";
import { briefOf } from "./brief-summary.tsx";
import { changedIn, lineLabels, lineOf } from "./revisions.ts";

const authors = { buyer: "Asked", platform: "Edited by us" } as const;

type Row = { readonly label: string; readonly cell: (revision: RevisionView) => ReactNode; readonly isChanged?: boolean };

const days = (count: number): string => `${formatCount(count)} working days`;

function rowsOf(revisions: readonly RevisionView[]): readonly Row[] {
  const changed = changedIn(revisions);
  return [
    {
      label: "Made",
      cell: ({ by, at }) => (
        <>
          {authors[by]}, <TimeAt at={at} />
        </>
      ),
    },
    { label: "Pieces", cell: ({ priced }) => formatCount(priced.quantity), isChanged: changed.has("quantity") },
    { label: "Sizes", cell: ({ brief }) => sizesOf(brief), isChanged: changed.has("sizes") },
    ...(revisions.some(({ brief }) => brief.colours)
      ? [
          {
            label: "Colours",
            cell: ({ brief }: RevisionView) => (brief.colours ? colourWords(brief.colours) : "–"),
            isChanged: changed.has("colours"),
          },
        ]
      : []),
    ...lineLabels(revisions).map((key) => ({
      label: key.label,
      cell: (revision: RevisionView) => {
        const line = lineOf(revision, key.key);
        return line ? <Amount money={line} /> : "–";
      },
      isChanged: changed.has(key.key),
    })),
    { label: "In all", cell: ({ priced }) => <Amount money={priced.total} strong />, isChanged: changed.has("total") },
    { label: "A piece", cell: ({ priced }) => <Amount money={priced.unitPrice} />, isChanged: changed.has("total") },
    { label: "Lead time", cell: ({ priced }) => days(priced.leadTime.totalDays), isChanged: changed.has("lead") },
    { label: "Word", cell: ({ note }) => note ?? "–" },
  ];
}

function sizesOf(brief: unknown): string {
  const sizes = briefOf(brief)?.sizes;
  return sizes
    ? Object.entries(sizes)
        .map(([size, pieces]) => `${size} ${formatCount(pieces)}`)
        .join(" · ")
    : "Even";
}

/** Every revision of a quote side by side, the one in force first; what differs is marked in words. */
export function RevisionPanel({ quoteId, revision }: { readonly quoteId: string; readonly revision: number }) {
  const read = useRead(listQuoteRevisions, { params: { quoteId } }, { enabled: revision > 1 });
  if (revision < 2) return null;
  return (
    <Panel title="Revisions" flush>
      {read.data ? (
        <Revisions revisions={read.data.items.toReversed()} />
      ) : read.error ? (
        <ErrorPanel error={read.error} onRetry={() => void read.refetch()} className="m-4" />
      ) : (
        <Loading label="Loading the revisions" className="px-5 py-4">
          <SkeletonText lines={5} />
        </Loading>
      )}
    </Panel>
  );
}

function Revisions({ revisions }: { readonly revisions: readonly RevisionView[] }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Revisions, scrolls sideways">
      <table className="tnum w-full">
        <caption className="sr-only">Revisions side by side</caption>
        <thead>
          <tr className="border-b border-line align-top">
            <td className="w-32 px-4 py-3 sm:px-5" />
            {revisions.map(({ revision }, place) => (
              <th key={revision} scope="col" className="min-w-36 py-3 pr-4 text-left font-medium">
                Revision {revision}
                {place === 0 ? <span className="block text-small font-normal text-ink-2">in force</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(revisions).map((row) => (
            <tr key={row.label} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="px-4 py-2.5 text-left font-normal text-ink-2 sm:px-5">
                {row.label}
                {row.isChanged ? <span className="block text-small text-indigo">differs</span> : null}
              </th>
              {revisions.map((revision) => (
                <td key={revision.revision} className="py-2.5 pr-4 wrap-anywhere">
                  {row.cell(revision)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
