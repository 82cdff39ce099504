import { MIN_QUANTITY } from "@sleekapp/core/pricing/facts";
import { lazy, type ReactNode, Suspense } from "react";
import { Link } from "react-router";
import { clsx } from "clsx";
import { Knot } from "../../ui/thread-knot.tsx";
import { type Problems, type QuoteForm, type Step, steps } from "./quote-form.ts";

/** What every step of the form gets. */
export type StepProps = {
  readonly form: QuoteForm;
  readonly set: (change: Partial<QuoteForm>) => void;
  readonly problems: Problems;
};

export const stepNames: Readonly<Record<Step, string>> = {
  garment: "Garment",
  fabric: "Fabric and sizes",
  extras: "Extras",
  contact: "Contact",
};

const stateOf = (step: Step, at: Step) => {
  const [here, there] = [steps.indexOf(step), steps.indexOf(at)];
  return here < there ? "done" : here === there ? "active" : "todo";
};

/** The four steps on the thread; those behind can be gone back to. */
export function StepThread({ at, linkTo }: { readonly at: Step; readonly linkTo: (step: Step) => string }) {
  return (
    <nav aria-label="Steps">
      <ol className="flex">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={step === at ? "step" : undefined}
            className="relative flex min-w-0 flex-1 flex-col items-center gap-1.5 text-center text-small"
          >
            {index === 0 ? null : (
              <span
                aria-hidden="true"
                className={clsx(
                  "absolute top-2.5 right-1/2 w-full border-t-2",
                  stateOf(step, at) === "todo" ? "border-dashed border-control" : "border-indigo",
                )}
              />
            )}
            <span className="relative z-1">
              <Knot state={stateOf(step, at)} percent={50} size={22} />
            </span>
            <StepLabel step={step} at={at} linkTo={linkTo} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLabel({ step, at, linkTo }: { readonly step: Step; readonly at: Step; readonly linkTo: (step: Step) => string }) {
  const state = stateOf(step, at);
  if (state !== "done") return <span className={state === "active" ? "font-medium" : "text-ink-3"}>{stepNames[step]}</span>;
  return (
    <Link to={linkTo(step)} className="rounded-control text-indigo underline decoration-1 underline-offset-3 hover:decoration-2">
      {stepNames[step]}
    </Link>
  );
}

/** The price rules come once there is something to price. */
const Estimate = lazy(async () => ({ default: (await import("./estimate.tsx")).Estimate }));

const Nothing = () => <p className="text-ink-2">Choose a garment and at least {MIN_QUANTITY} pieces to see what it would cost.</p>;

/** The live range, from the same rules that make the binding price; it changes with every choice and asks for nothing. */
export function EstimateBar({ form, children }: { readonly form: QuoteForm; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div role="status" className="tnum min-w-0">
        {form.garmentType && form.quantity ? (
          <Suspense fallback={<p className="text-ink-2">Reading the prices</p>}>
            <Estimate form={form} nothing={<Nothing />} />
          </Suspense>
        ) : (
          <Nothing />
        )}
      </div>
      {children}
    </div>
  );
}
