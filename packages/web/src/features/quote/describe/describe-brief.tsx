import type { ReadView } from "@sleekapp/core/brief/view";
import { lazy, Suspense, useId, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Loading, SkeletonText } from "../../../ui/feedback.tsx";
import type { QuoteForm } from "../quote-form.ts";

const load = () => import("./words-form.tsx");
const Words = lazy(async () => ({ default: (await load()).Words }));
const ReadingSummary = lazy(async () => ({ default: (await load()).ReadingSummary }));

type DescribeProps = { readonly form: QuoteForm; readonly set: (change: Partial<QuoteForm>) => void };

/** The quote form filled in from somebody's own words: they write, see what was read, and correct it in the form below. */
export function DescribeBrief({ form, set }: DescribeProps) {
  const [isOpen, setOpen] = useState(false);
  const [view, setView] = useState<ReadView | undefined>(undefined);
  const panel = useId();
  return (
    <section aria-label="In your own words" className="rounded-panel border border-line bg-surface px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-2">Rather write it down? We fill in the form from your words, in English, German or Bangla.</p>
        <Button aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Close" : "Describe it in your own words"}
        </Button>
      </div>
      <Suspense
        fallback={
          <Loading label="Loading the form" className="mt-4">
            <SkeletonText lines={3} />
          </Loading>
        }
      >
        <div id={panel} hidden={!isOpen} className="mt-4">
          {isOpen ? <Words form={form} set={set} onView={setView} /> : null}
        </div>
        {view ? <ReadingSummary view={view} /> : null}
      </Suspense>
    </section>
  );
}
