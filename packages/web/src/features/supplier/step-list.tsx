import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Missing } from "../../ui/missing-list.tsx";
import { Button } from "../../ui/button.tsx";
import { type StepKey, stepOf, steps } from "./words.ts";

type ListProps = { readonly at: number; readonly lacking: readonly Missing[]; readonly onChoose: (key: StepKey) => void };

/** The steps in a row, each with whether something is still missing on it; any of them can be gone to at any time. */
export const StepList = ({ at, lacking, onChoose }: ListProps) => (
  <nav aria-label="Steps of the application">
    <ol className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
      {steps.map(({ key, name }, index) => {
        const count = lacking.filter(({ field }) => stepOf(field) === key).length;
        const isHere = index === at;
        return (
          <li key={key}>
            <button
              type="button"
              aria-current={isHere ? "step" : undefined}
              onClick={() => onChoose(key)}
              className={clsx(
                "flex w-full flex-col rounded-control border px-3 py-2 text-left",
                isHere ? "border-indigo bg-indigo-soft" : "border-line bg-surface hover:border-ink-2",
              )}
            >
              <span className="font-medium">
                {index + 1}. {name}
              </span>
              <span className="tnum text-small text-ink-2">
                {count === 0 ? "Complete" : count === 1 ? "1 thing missing" : `${count} things missing`}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  </nav>
);

type ButtonsProps = { readonly at: number; readonly onChoose: (key: StepKey) => void; readonly children: ReactNode };

/** Back and on, and at the last step the end. */
export function StepButtons({ at, onChoose, children }: ButtonsProps) {
  const [before, after] = [steps[at - 1], steps[at + 1]];
  return (
    <div className="flex flex-wrap items-center gap-3">
      {before ? (
        <Button size="large" onClick={() => onChoose(before.key)}>
          Back
        </Button>
      ) : null}
      {after ? (
        <Button variant="primary" size="large" onClick={() => onChoose(after.key)}>
          Next: {after.name}
        </Button>
      ) : (
        children
      )}
    </div>
  );
}
