import { askProductCopy, getMyProduct } from "@sleekapp/contracts/catalog";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import type { DraftPart } from "./description-fields.tsx";
import { fieldName, fieldValue } from "./field-words.tsx";

type Props = {
  readonly productId: string;
  readonly copy: ProductDraftView["copy"];
  /** Saves what is still unsaved, so that the words are about what stands in the form. */
  readonly flush: () => Promise<boolean>;
  readonly onTake: (part: DraftPart) => void;
};

const POLL_MS = 2_000;
const fields = ["title", "description", "features", "metaDescription"] as const;

/** The words that were asked for last; what was asked for is read again until it is there. */
function useCopy({ productId, copy: first }: Pick<Props, "productId" | "copy">) {
  const ask = useCommand(askProductCopy, { refresh: [getMyProduct] });
  const asked = ask.data?.copy ?? first;
  const isWaiting = asked !== undefined && asked.said === undefined;
  const read = useRead(getMyProduct, { params: { productId } }, { every: isWaiting ? POLL_MS : false });
  const copy = read.data?.copy ?? asked;
  return { ask, copy, waits: copy !== undefined && copy.said === undefined };
}

/** Words that are suggested from what is stored of the product; each is taken or left by itself. */
export function CopyPanel({ productId, copy: first, flush, onTake }: Props) {
  const { ask, copy, waits } = useCopy({ productId, copy: first });
  const suggest = async () => {
    if (await flush()) ask.mutate({ params: { productId } });
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button busy={ask.isPending || waits} onClick={() => void suggest()}>
          Suggest words
        </Button>
        <p className="text-ink-2" role="status">
          {waits ? "They are being written; this takes some seconds." : "From what stands in the form; nothing changes until you take it."}
        </p>
      </div>
      <FormError error={ask.error} />
      {copy?.said ? <Suggested said={copy.said} onTake={onTake} /> : null}
      {copy?.said ? (
        <p className="text-small text-ink-3">
          {copy.source === "model" ? "Written by a model" : "Put together by rule"} from your own facts. You answer for what you publish.
        </p>
      ) : null}
    </div>
  );
}

type Words = NonNullable<NonNullable<Props["copy"]>["said"]>;

const Suggested = ({ said, onTake }: { readonly said: Words; readonly onTake: Props["onTake"] }) => (
  <ul aria-label="Suggested words" className="flex flex-col divide-y divide-line border-y border-line">
    {fields.map((field) => {
      const value = said[field];
      return (
        <li key={field} className="grid gap-2 py-3 sm:grid-cols-[1fr_auto] sm:items-start">
          <div className="min-w-0">
            <p className="text-small text-ink-2">{fieldName(field)}</p>
            <div className="measure whitespace-pre-line">{fieldValue(field, value)}</div>
          </div>
          <Button size="small" className="self-start" onClick={() => onTake({ [field]: value })}>
            Use it<span className="sr-only">: {fieldName(field)}</span>
          </Button>
        </li>
      );
    })}
  </ul>
);
