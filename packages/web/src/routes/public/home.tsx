import { Featured } from "../../features/home/featured.tsx";
import { StartQuote } from "../../features/home/start-quote.tsx";
import { TrackForm } from "../../features/track/track-form.tsx";
import { ExampleOrder } from "../../features/home/example-order.tsx";
import { ButtonLink, Link } from "../../ui/button.tsx";

const steps = [
  { title: "Describe it", text: "Garment, pieces, fabric, decoration. A price range follows every change, before anybody asks who you are." },
  { title: "Read every line", text: "The quote lists what each choice costs, to the cent, with the lead time by stage. It holds for 30 days." },
  { title: "Pay a deposit", text: "30 % when you accept. The balance is due only after the finished goods have passed inspection." },
  { title: "Watch it being made", text: "The factory reports each stage with dates and photos. When a date moves, the reason stands beside it." },
] as const;

/** The front page: what this is, a first number, how it goes on, and a way back to a running order. */
export function Page() {
  return (
    <>
      <section className="gutter mx-auto grid max-w-7xl gap-x-16 gap-y-10 pt-10 pb-14 sm:pt-16 lg:grid-cols-[minmax(0,1.05fr)_minmax(0,1fr)] lg:items-center lg:pb-20">
        <div>
          <h1 tabIndex={-1} className="font-serif text-display font-semibold tracking-tight">
            Clothing made to order, with every stage on record.
          </h1>
          <p className="measure mt-5 text-lead text-ink-2">
            From 50 pieces. An itemised price from written rules, verified factories, and a thread you can follow from yarn to parcel.
          </p>
          <StartQuote />
        </div>
        <ExampleOrder />
      </section>

      <FromBriefToParcel />

      <Featured />

      <section aria-label="Running orders and factories" className="gutter mx-auto grid max-w-7xl gap-10 py-14 md:grid-cols-2 md:gap-16">
        <div>
          <h2 className="font-serif text-head font-semibold tracking-tight">You have an order</h2>
          <p className="mt-3 mb-5 text-ink-2">
            Paste the tracking link from your mail. It shows stages, dates and photos; never a price, never a name.
          </p>
          <TrackForm />
        </div>
        <div>
          <h2 className="font-serif text-head font-semibold tracking-tight">You run a factory</h2>
          <p className="mt-3 text-ink-2">
            Orders arrive with your own price, a plan and a deadline you can accept or decline. The floor reports from a phone. A person verifies each
            company first.
          </p>
          <div className="mt-5 flex flex-wrap items-center gap-4">
            <ButtonLink to="/sign-up?as=supplier">Apply as a supplier</ButtonLink>
            <Link to="/info/suppliers">What we ask of you</Link>
          </div>
        </div>
      </section>
    </>
  );
}

const FromBriefToParcel = () => (
  <section aria-labelledby="how" className="border-y border-line bg-surface">
    <div className="gutter mx-auto max-w-7xl py-14">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h2 id="how" className="font-serif text-head font-semibold tracking-tight">
          From brief to parcel
        </h2>
        <Link to="/info/how-it-works">All of it, step by step</Link>
      </div>
      <ol className="mt-8 grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map((step, index) => (
          <li key={step.title} className="relative border-t border-dashed border-control pt-5">
            <span
              aria-hidden="true"
              className="tnum absolute -top-3.5 left-0 flex size-7 items-center justify-center rounded-full border-2 border-indigo bg-surface text-small font-semibold text-indigo"
            >
              {index + 1}
            </span>
            <h3 className="mt-1 text-read font-semibold">{step.title}</h3>
            <p className="mt-1.5 text-ink-2">{step.text}</p>
          </li>
        ))}
      </ol>
    </div>
  </section>
);
