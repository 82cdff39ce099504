import { getAiJob } from "@sleekapp/contracts/ai-job";
import { askPictureWords } from "@sleekapp/contracts/product-picture";
import { useState } from "react";
import { ApiError, call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";

type Row = { readonly productId: string; readonly undescribed: readonly { readonly uploadId: string }[] };
type Props = {
  readonly rows: readonly Row[];
  /** Puts a suggestion where nothing has been written yet. */
  readonly onSuggest: (uploadId: string, alt: string) => void;
};

const LOOKS = 40;
const PAUSE_MS = 1_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** What is suggested for the pictures of one listing; nothing for one that says too little of itself. */
async function suggestedFor({ productId, undescribed }: Row): Promise<readonly { readonly uploadId: string; readonly alt: string }[]> {
  try {
    const { jobId } = await call(askPictureWords, { params: { productId } });
    for (let look = 0; look < LOOKS; look += 1) {
      const { status, result } = await call(getAiJob, { params: { aiJobId: jobId } });
      if (result?.kind === "words") return result.words.filter(({ uploadId }) => undescribed.some((one) => one.uploadId === uploadId));
      if (status === "failed" || status === "cancelled") return [];
      await pause();
    }
    return [];
  } catch (error) {
    if (error instanceof ApiError && error.code === "product.too_little") return [];
    throw error;
  }
}

/** Has words suggested for the pictures of every listing shown, one listing after another; each is read before it is saved. */
export function SuggestWords({ rows, onSuggest }: Props) {
  const [done, setDone] = useState<number | undefined>(undefined);
  const [filled, setFilled] = useState<number | undefined>(undefined);
  const [error, setError] = useState<Error | undefined>(undefined);
  const run = async () => {
    setError(undefined);
    let many = 0;
    try {
      for (const [index, row] of rows.entries()) {
        setDone(index);
        const words = await suggestedFor(row);
        for (const { uploadId, alt } of words) onSuggest(uploadId, alt);
        many += words.length;
      }
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setDone(undefined);
      setFilled(many);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button type="button" busy={done !== undefined} onClick={() => void run()}>
          Suggest words
        </Button>
        <p role="status" className="measure text-ink-2">
          {done === undefined ? said(filled) : `Listing ${done + 1} of ${rows.length}`}
        </p>
      </div>
      <FormError error={error} />
    </div>
  );
}

const said = (filled: number | undefined): string =>
  filled === undefined
    ? "From what each listing says, without looking at the picture: read each before you save it."
    : `${filled} ${filled === 1 ? "picture has" : "pictures have"} a suggestion now. Read each before you save it.`;
