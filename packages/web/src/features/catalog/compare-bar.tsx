import { MAX_COMPARED, comparedIn } from "../../lib/compared.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";

/** The address at which these products stand side by side. */
const compareLink = (text: string): string => `/catalog/compare?${new URLSearchParams({ products: text }).toString()}`;

type CompareBarProps = { readonly chosen: string; readonly onClear: () => void };

/** How many products are chosen to be compared, at the foot of the screen, and the way there. */
export function CompareBar({ chosen, onClear }: CompareBarProps) {
  const count = comparedIn(chosen).length;
  return (
    <div data-print="none" className="sticky bottom-4 z-10 mt-6 flex justify-center empty:hidden">
      {count > 0 ? (
        <section
          aria-label="Comparison"
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border border-control bg-surface px-4 py-2.5 shadow-float"
        >
          <p role="status" className="tnum">
            {count === 1 ? `1 of ${MAX_COMPARED} chosen; choose one more` : `${count} of ${MAX_COMPARED} chosen`}
          </p>
          {count > 1 ? (
            <ButtonLink to={compareLink(chosen)} variant="primary" size="small">
              Compare them
            </ButtonLink>
          ) : null}
          <Button size="small" variant="quiet" onClick={onClear}>
            Choose none
          </Button>
        </section>
      ) : null}
    </div>
  );
}

type CompareChoiceProps = {
  readonly product: { readonly slug: string; readonly title: string };
  readonly chosen: string;
  readonly onToggle: (slug: string) => void;
};

/** Takes a product into the comparison, or out of it; a fourth cannot be taken. */
export function CompareChoice({ product: { slug, title }, chosen, onToggle }: CompareChoiceProps) {
  const slugs = comparedIn(chosen);
  const isChosen = slugs.includes(slug);
  const isFull = !isChosen && slugs.length >= MAX_COMPARED;
  return (
    <label className="relative z-1 flex min-h-8 w-fit items-center gap-2 text-small text-ink-2">
      <input type="checkbox" checked={isChosen} disabled={isFull} onChange={() => onToggle(slug)} className="size-5" />
      <span>
        Compare <span className="sr-only">{title}</span>
        {isFull ? ` (${MAX_COMPARED} at most)` : null}
      </span>
    </label>
  );
}
