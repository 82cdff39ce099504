import { describeProductPictures, getMyProduct, listMyProducts } from "@sleekapp/contracts/catalog";
import { MIN_ALT } from "@sleekapp/core/product/model";
import type { ProductRow } from "@sleekapp/core/product/view";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { keyOf, useCommand } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { SuggestWords } from "./suggest-words.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Renditions } from "../../ui/renditions.tsx";

type Row = Pick<ProductRow, "productId" | "title" | "undescribed">;
type Written = Readonly<Record<string, string>>;

const isTooShort = (alt: string): boolean => alt.length > 0 && alt.length < MIN_ALT;

/** What was written of one listing's pictures and is long enough to say something. */
const wordsOf = (row: Row, written: Written) =>
  row.undescribed.map(({ uploadId }) => ({ uploadId, alt: (written[uploadId] ?? "").trim() })).filter(({ alt }) => alt.length >= MIN_ALT);

/** Saves listing by listing; what was saved before one was refused stays saved, and what was refused stays in its fields. */
function useWords(rows: readonly Row[]) {
  const client = useQueryClient();
  const [written, setWritten] = useState<Written>({});
  const [isAsked, setAsked] = useState(false);
  const describe = useCommand(describeProductPictures);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    try {
      for (const row of rows) {
        const words = wordsOf(row, written);
        if (words.length > 0) await describe.mutateAsync({ params: { productId: row.productId }, body: { words } });
      }
    } catch {
      // The command keeps its error, which stands beside the button.
    } finally {
      for (const read of [listMyProducts, getMyProduct]) await client.invalidateQueries({ queryKey: keyOf(read) });
    }
  };
  const write = (uploadId: string, alt: string) => setWritten((before) => ({ ...before, [uploadId]: alt }));
  /** What somebody wrote stays. */
  const suggest = (uploadId: string, alt: string) =>
    setWritten((before) => ((before[uploadId] ?? "").trim() === "" ? { ...before, [uploadId]: alt } : before));
  return { written, write, suggest, save, isAsked, error: describe.error, busy: describe.isPending };
}

/** One field for each picture, the next by Tab; Enter in any of them saves all that were written. */
export function PictureWords({ rows }: { readonly rows: readonly Row[] }) {
  const { written, write, suggest, save, isAsked, error, busy } = useWords(rows);
  const ready = rows.reduce((sum, row) => sum + wordsOf(row, written).length, 0);
  const all = rows.reduce((sum, row) => sum + row.undescribed.length, 0);
  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-6">
      <SuggestWords rows={rows} onSuggest={suggest} />
      <ul aria-label="Listings with pictures to describe" className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
        {rows.map((row) => (
          <li key={row.productId} className="flex flex-col gap-4 p-4">
            <h2 className="font-medium">
              <Link to={`/app/products/${row.productId}`}>{row.title}</Link>
            </h2>
            <ul className="flex flex-col gap-4">
              {row.undescribed.map((picture, index) => (
                <li key={picture.uploadId} className="flex items-start gap-3">
                  <span className="block aspect-4/5 w-16 shrink-0 overflow-hidden rounded-control border border-line bg-sunken">
                    <Renditions picture={picture} alt={`Picture ${index + 1} of ${row.title}`} sizes="4rem" />
                  </span>
                  <Field
                    label={`What picture ${index + 1} of ${row.title} shows`}
                    error={isAsked && isTooShort((written[picture.uploadId] ?? "").trim()) ? `At least ${MIN_ALT} letters` : undefined}
                    className="flex-1"
                  >
                    <Input
                      value={written[picture.uploadId] ?? ""}
                      maxLength={200}
                      onChange={(event) => write(picture.uploadId, event.target.value)}
                    />
                  </Field>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <FormError error={error} />
      <div className="sticky bottom-0 flex flex-wrap items-center gap-4 border-t border-line bg-bg py-3">
        <Button type="submit" variant="primary" busy={busy} disabled={ready === 0}>
          Save what is written
        </Button>
        <p role="status" className="tnum text-small text-ink-2">
          {formatCount(ready)} of {formatCount(all)} pictures written
        </p>
      </div>
    </form>
  );
}
