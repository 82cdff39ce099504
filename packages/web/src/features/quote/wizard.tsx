import { type ComponentProps, type FormEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { dateOf } from "../../lib/dates.ts";
import { hasDraft, useDraft } from "../../lib/draft.ts";
import { now } from "../../ports/clock.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { Button } from "../../ui/button.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { DescribeBrief } from "./describe/describe-brief.tsx";
import { freshDraft, type Problems, type QuoteForm, type Step, furthest, prefillOf, problemsOf, steps } from "./quote-form.ts";
import { GarmentStep } from "./step-garment.tsx";
import { EstimateBar, StepThread, stepNames } from "./wizard-parts.tsx";

// Whoever opens the form sees its first step; the others come while that one is filled in.
const later = {
  fabric: () => import("./step-fabric.tsx"),
  extras: () => import("./step-extras.tsx"),
  contact: () => import("./last-step.tsx"),
} as const;
const FabricStep = lazy(async () => ({ default: (await later.fabric()).FabricStep }));
const ExtrasStep = lazy(async () => ({ default: (await later.extras()).ExtrasStep }));
const LastStep = lazy(async () => ({ default: (await later.contact()).LastStep }));

const pages = { garment: GarmentStep, fabric: FabricStep, extras: ExtrasStep } as const;
const today = () => dateOf(now());
const isStep = (value: string | null): value is Step => steps.some((step) => step === value);

type Kept = typeof freshDraft;

/** The draft with what a link to the page has said; the link's words leave the address once they are in the form. */
function usePrefilledDraft(kept: Kept) {
  const [params, setParams] = useSearchParams();
  const draft = useDraft(kept);
  const prefill = prefillOf(params);
  const said = Object.keys(prefill).length > 0;
  const { value, save } = draft;
  const words = said ? params.toString() : "";
  useEffect(() => {
    if (words === "") return;
    save({ ...value, form: { ...value.form, ...prefill } });
    setParams((before) => new URLSearchParams([...before].filter(([key]) => key === "step")), { replace: true });
    // Once for each link that leads here.
  }, [words]);
  return { ...draft, value: said ? { ...value, form: { ...value.form, ...prefill } } : value };
}

/** The step of the address, or the first that has something missing when that comes before it. */
function useStep(form: QuoteForm) {
  const [params, setParams] = useSearchParams();
  const asked = params.get("step");
  const reach = furthest(form, today());
  const wanted = isStep(asked) ? asked : "garment";
  const step = steps.indexOf(wanted) <= steps.indexOf(reach) ? wanted : reach;
  const linkTo = (to: Step) => (to === "garment" ? "/quote" : `/quote?step=${to}`);
  const go = (to: Step) => setParams(to === "garment" ? {} : { step: to }, { preventScrollReset: true });
  return { step, go, linkTo };
}

type WizardProps = { readonly onMade: (quoteId: string) => void };

/** What was typed before is checked before it is shown, and only then the schemas are there to do it. */
const KeptWizard = lazy(async () => {
  const { quoteDraft } = await import("./quote-draft.ts");
  return { default: (props: WizardProps) => <Wizard {...props} kept={quoteDraft} /> };
});

/** The quote form: four steps, a range that follows every choice, and at the end a quote. */
export function QuoteWizard({ onMade }: WizardProps) {
  const [isKept] = useState(() => hasDraft(freshDraft));
  if (!isKept) return <Wizard onMade={onMade} kept={freshDraft} />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <KeptWizard onMade={onMade} />
    </Suspense>
  );
}

function Wizard({ onMade, kept }: WizardProps & { readonly kept: Kept }) {
  const { value, save, clear } = usePrefilledDraft(kept);
  const { form, contact } = value;
  const { step, go, linkTo } = useStep(form);
  const [asked, setAsked] = useState<Step | undefined>(undefined);
  const box = useRef<HTMLFormElement>(null);
  const problems: Problems = asked === step ? problemsOf(step, form, today()) : {};
  const set = (change: Partial<QuoteForm>) => save({ contact, form: { ...form, ...change } });
  useLaterSteps(form.garmentType !== undefined);
  useFocusOnStep(step);

  const next = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(problemsOf(step, form, today())).length > 0) {
      setAsked(step);
      requestAnimationFrame(() => focusFirstProblem(box.current));
      return;
    }
    const to = steps[steps.indexOf(step) + 1] ?? "contact";
    // Whoever has seen the extras and chosen none wants none: from here on the range no longer allows for them.
    if (to === "extras" && form.wishes === undefined) set({ wishes: [] });
    setAsked(undefined);
    go(to);
  };

  const fields = (
    <form ref={box} noValidate onSubmit={next} className="flex flex-col gap-7">
      <StepFields step={step} form={form} set={set} problems={problems} />
      <Foot form={form}>
        <Button type="submit" variant="primary" size="large" className="max-sm:w-full">
          Next: {stepNames[steps[steps.indexOf(step) + 1] ?? "contact"].toLowerCase()}
        </Button>
      </Foot>
    </form>
  );
  return (
    <div className="flex flex-col gap-8">
      {step === "garment" ? <DescribeBrief form={form} set={set} /> : null}
      <StepHead step={step} linkTo={linkTo} />
      {step === "contact" ? (
        <Coming>
          <LastStep
            form={form}
            unfinished={fields}
            range={<EstimateBar form={form} />}
            onLeaveDesign={() => set({ designId: undefined })}
            contact={contact}
            save={(changed) => save({ form, contact: changed })}
            onMade={(quoteId) => {
              clear();
              onMade(quoteId);
            }}
          />
        </Coming>
      ) : (
        fields
      )}
    </div>
  );
}

const StepHead = ({ step, linkTo }: { readonly step: Step; readonly linkTo: (step: Step) => string }) => (
  <>
    <StepThread at={step} linkTo={linkTo} />
    <h2 id="step" tabIndex={-1} className="text-lead font-semibold outline-none">
      {stepNames[step]}
    </h2>
  </>
);

const Coming = ({ children }: { readonly children: ReactNode }) => (
  <Suspense
    fallback={
      <Loading label="Loading the step">
        <SkeletonText lines={6} />
      </Loading>
    }
  >
    {children}
  </Suspense>
);

function StepFields({ step, ...props }: ComponentProps<typeof GarmentStep> & { readonly step: Step }) {
  const Fields = pages[step === "contact" ? "extras" : step];
  return (
    <Coming>
      <Fields {...props} />
    </Coming>
  );
}

/** The range stays in sight at the foot of the screen while the step is filled in. */
const Foot = ({ form, children }: ComponentProps<typeof EstimateBar>) => (
  <div className="sticky bottom-0 -mx-[clamp(1rem,4vw,2.5rem)] border-t border-line bg-bg px-[clamp(1rem,4vw,2.5rem)] py-3 sm:mx-0 sm:mb-4 sm:rounded-panel sm:border sm:bg-surface sm:px-5">
    <EstimateBar form={form}>{children}</EstimateBar>
  </div>
);

function focusFirstProblem(form: HTMLFormElement | null) {
  const wrong = form?.querySelector<HTMLElement>("[aria-invalid=true]") ?? form?.querySelector<HTMLElement>("[aria-describedby] input");
  wrong?.focus();
}

/** The later steps are fetched once the first is begun, to be there when they are asked for. */
function useLaterSteps(isBegun: boolean) {
  useEffect(() => {
    if (isBegun) for (const load of Object.values(later)) void load().catch(() => undefined);
  }, [isBegun]);
}

/** After a change of step the reader stands at its title, as after a navigation. */
function useFocusOnStep(step: Step) {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    document.getElementById("step")?.focus({ preventScroll: true });
    document.getElementById("step")?.scrollIntoView({ block: "center" });
  }, [step]);
}
