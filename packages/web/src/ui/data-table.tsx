import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Button } from "./button.tsx";
import { EmptyState, Loading, Skeleton } from "./feedback.tsx";
import { ErrorPanel } from "./error-panel.tsx";

export type Column<T> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** Figures: right-aligned, tabular. */
  readonly numeric?: boolean;
  /** Left out on phones, where the row becomes a block. */
  readonly wide?: boolean;
};

type DataTableProps<T> = {
  /** What the rows are, for the caption: `Orders`. */
  readonly label: string;
  readonly columns: readonly [Column<T>, ...Column<T>[]];
  readonly rows: readonly T[] | undefined;
  readonly rowKey: (row: T) => string;
  /** Makes the first cell a link that covers the row; undefined for rows that lead nowhere. */
  readonly rowLink?: (row: T) => string | undefined;
  readonly loading?: boolean;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  readonly empty: { readonly title: string; readonly text?: ReactNode; readonly action?: ReactNode };
  /** The next page, when the answer has a cursor. */
  readonly more?: { readonly load: () => void; readonly busy: boolean } | undefined;
};

/** Rows from the server in its order, page by page; loading, empty and failed are part of it. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { rows, empty } = props;
  if (props.error) return <ErrorPanel error={props.error} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />;
  if (rows === undefined || props.loading) return <TableSkeleton label={props.label} columns={props.columns.length} />;
  if (rows.length === 0) {
    return (
      <EmptyState title={empty.title} action={empty.action}>
        {empty.text}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <div className="w-full overflow-x-auto rounded-panel border border-line bg-surface">
        <TableBody {...props} rows={rows} />
      </div>
      {props.more ? (
        <Button onClick={props.more.load} busy={props.more.busy}>
          Load more
        </Button>
      ) : null}
    </div>
  );
}

function TableBody<T>({ label, columns, rows, rowKey, rowLink }: DataTableProps<T> & { readonly rows: readonly T[] }) {
  return (
    <table className="w-full text-body">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="border-b border-line text-small text-ink-2">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={clsx("h-9 px-4 font-medium whitespace-nowrap", column.numeric ? "text-right" : "text-left", column.wide && "max-md:hidden")}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={clsx("border-b border-line last:border-b-0", rowLink?.(row) && "relative hover:bg-sunken")}>
            {columns.map((column, index) => (
              <td
                key={column.key}
                className={clsx("h-11 px-4 py-1.5", column.numeric && "tnum text-right whitespace-nowrap", column.wide && "max-md:hidden")}
              >
                <RowCell to={index === 0 ? rowLink?.(row) : undefined}>{column.cell(row)}</RowCell>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const RowCell = ({ to, children }: { readonly to: string | undefined; readonly children: ReactNode }) =>
  to === undefined ? (
    children
  ) : (
    <Link to={to} className="font-medium text-indigo after:absolute after:inset-0">
      {children}
    </Link>
  );

const TableSkeleton = ({ label, columns }: { readonly label: string; readonly columns: number }) => (
  <Loading label={`Loading ${label.toLowerCase()}`} className="rounded-panel border border-line bg-surface">
    {Array.from({ length: 6 }, (_, row) => (
      <div key={row} className="flex h-11 items-center gap-6 border-b border-line px-4 last:border-b-0">
        {Array.from({ length: columns }, (_, cell) => (
          <Skeleton
            key={cell}
            className={clsx("h-3.5", cell === 0 ? "w-28" : "w-20 max-md:hidden", cell === columns - 1 && "ml-auto max-md:block")}
          />
        ))}
      </div>
    ))}
  </Loading>
);
