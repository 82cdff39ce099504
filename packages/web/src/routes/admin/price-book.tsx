import { getPriceBook, getPriceBookVersion } from "@sleekapp/contracts/price";
import { useParams } from "react-router";
import { BookStatus } from "../../features/price-book/book-status.tsx";
import { Editor } from "../../features/price-book/editor.tsx";
import { useRead } from "../../lib/query.ts";
import { PageError } from "../../shell/page-error.tsx";
import { Loading, Skeleton, SkeletonText } from "../../ui/feedback.tsx";
import { PageHeader, useTitle } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";

const number = (text: string | undefined): number => (text !== undefined && /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : 0);

/** One version of the price book. */
export function Page() {
  const { bookVersion } = useParams();
  const book = useRead(getPriceBookVersion, { params: { bookVersion: number(bookVersion) } });
  const inForce = useRead(getPriceBook, {});
  useTitle(book.data?.name);
  const error = book.error ?? inForce.error;
  if (book.data && inForce.data) {
    const { name, effectiveFrom, status, version } = book.data;
    return (
      <>
        <PageHeader
          title={name}
          parent={{ label: "Prices", to: "/admin/prices" }}
          status={
            <BookStatus
              book={{ status, isInForce: inForce.data.book.version === book.data.bookVersion, ...(effectiveFrom ? { effectiveFrom } : {}) }}
            />
          }
        >
          <p>
            Version {book.data.bookVersion}
            {effectiveFrom ? (
              <>
                , in force from <TimeAt at={effectiveFrom} />
              </>
            ) : (
              `, made from version ${book.data.basedOn}`
            )}
          </p>
        </PageHeader>
        <Editor key={`${book.data.bookVersion}.${version}`} view={book.data} inForce={inForce.data.book} />
      </>
    );
  }
  if (error) return <PageError error={error} onRetry={() => void Promise.all([book.refetch(), inForce.refetch()])} />;
  return (
    <Loading label="Loading the price book" className="flex flex-col gap-6">
      <Skeleton className="h-10 w-80 max-w-full" />
      <SkeletonText lines={10} />
    </Loading>
  );
}
