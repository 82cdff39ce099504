import { lazy, Suspense } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { QuoteWizard } from "../../features/quote/wizard.tsx";
import { PageSkeleton } from "../../shell/guard.tsx";
import { Link } from "../../ui/button.tsx";
import { useTitle } from "../../ui/page-header.tsx";

/** What a brief became, which nobody has who comes to ask. */
const QuoteResult = lazy(async () => ({ default: (await import("../../features/quote/result.tsx")).QuoteResult }));

/** Prices a garment: a form with a live range, then the itemised quote it became. */
export function Page() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const quoteId = params.get("id");
  if (quoteId !== null)
    return (
      <div className="gutter mx-auto w-full max-w-6xl py-10 sm:py-14">
        <Suspense fallback={<PageSkeleton />}>
          <QuoteResult key={quoteId} quoteId={quoteId} />
        </Suspense>
      </div>
    );
  return <Ask onMade={(made) => void navigate(`/quote?id=${encodeURIComponent(made)}`, { replace: true })} />;
}

function Ask({ onMade }: { readonly onMade: (quoteId: string) => void }) {
  useTitle("Get a quote");
  return (
    <div className="gutter mx-auto w-full max-w-3xl pt-10 sm:pt-14">
      <header className="mb-8">
        <h1 tabIndex={-1} className="font-serif text-display font-semibold tracking-tight">
          What would it cost
        </h1>
        <p className="measure mt-3 text-read text-ink-2">
          Describe the garment and see the range at once. The itemised quote is free, holds for 30 days and is worked out by the same rules. Not sure
          yet? <Link to="/talk">Talk to a person</Link>.
        </p>
      </header>
      <QuoteWizard onMade={onMade} />
    </div>
  );
}
