import { editPriceBook, getPriceBookVersion, listPriceBooks } from "@sleekapp/contracts/price";
import { BookCosts, PriceBook } from "@sleekapp/core/pricing/model";
import type { BookView } from "@sleekapp/core/price-book/view";
import { useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { BookHistory } from "./book-history.tsx";
import { DraftForm } from "./draft-form.tsx";
import { FigureInput } from "./figure-input.tsx";
import { costFigures, type Figure, groupsOf, valueAt, withValue } from "./figures.ts";
import { Preview } from "./preview.tsx";
import { PublishForm } from "./publish-form.tsx";
import { TiersFields } from "./tiers-fields.tsx";

type Typed = { readonly book: unknown; readonly costs: unknown };

/** Figures as they are typed, the book they make when they are one, and what stands in the way. */
function useTyped({ book, costs }: BookView) {
  const [typed, setTyped] = useState<Typed>({ book, costs });
  const [parsed, parsedCosts] = [PriceBook.safeParse(typed.book), BookCosts.safeParse(typed.costs)];
  const problem = parsed.error?.issues[0] ?? parsedCosts.error?.issues[0];
  return {
    typed,
    valid: parsed.success && parsedCosts.success ? { book: parsed.data, costs: parsedCosts.data } : undefined,
    problem: problem && `${problem.path.join(" ")}: ${problem.message}`,
    isDirty: JSON.stringify(typed) !== JSON.stringify({ book, costs }),
    setBook: (path: readonly string[], value: number | undefined) => setTyped((before) => ({ ...before, book: withValue(before.book, path, value) })),
    setCosts: (path: readonly string[], value: number | undefined) =>
      setTyped((before) => ({ ...before, costs: withValue(before.costs, path, value) })),
    setTiers: (tiers: PriceBook["tiers"]) =>
      setTyped((before) => ({ ...before, book: typeof before.book === "object" ? { ...before.book, tiers } : before.book })),
  };
}

type EditorProps = { readonly view: BookView; readonly inForce: PriceBook };

/** A book: its figures, what the samples would cost by it, and what can be done with it. A published one is read only. */
export function Editor({ view, inForce }: EditorProps) {
  const state = useTyped(view);
  const { bookVersion, version } = view;
  const isDraft = view.status === "draft";
  const save = useCommand(editPriceBook, { refresh: [getPriceBookVersion, listPriceBooks] });
  const keep = () => {
    if (state.valid) save.mutate({ params: { bookVersion }, body: { version, ...state.valid } });
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        <Figures view={view} state={state} disabled={!isDraft} />
      </div>
      <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-20">
        {isDraft ? (
          <Panel title="Draft">
            <div className="flex flex-col gap-4">
              {state.problem ? <Note tone="waiting">{state.problem}</Note> : null}
              <FormError error={save.error} />
              <Button variant="primary" className="self-start" busy={save.isPending} disabled={!state.isDirty || !state.valid} onClick={keep}>
                Save the draft
              </Button>
              <PublishForm book={view} isDirty={state.isDirty} />
            </div>
          </Panel>
        ) : (
          <Panel title="A new draft">
            <DraftForm basedOn={bookVersion} />
          </Panel>
        )}
        <Panel title="Samples">
          <Preview before={inForce} after={state.valid?.book} />
        </Panel>
        <Panel title="History">
          <BookHistory history={view.history} />
        </Panel>
      </div>
    </div>
  );
}

type FiguresProps = { readonly view: BookView; readonly state: ReturnType<typeof useTyped>; readonly disabled: boolean };

function Figures({ view, state: { typed, setBook, setCosts, setTiers }, disabled }: FiguresProps) {
  const tiers =
    typeof typed.book === "object" && typed.book !== null && "tiers" in typed.book ? PriceBook.shape.tiers.safeParse(typed.book.tiers) : undefined;
  return (
    <>
      <Fold title="Volume" note="Each rate applies to the pieces inside its tier." open>
        <TiersFields tiers={tiers?.data ?? view.book.tiers} set={(next) => setTiers([...next])} disabled={disabled} />
      </Fold>
      <Fold title="What making costs" note="Shares of the price before the fee. For administrators alone." open>
        <Grid figures={costFigures} of={typed.costs} set={setCosts} disabled={disabled} />
      </Fold>
      {groupsOf(view.book).map(({ title, note, figures }) => (
        <Fold key={title} title={title} note={note}>
          <Grid figures={figures} of={typed.book} set={setBook} disabled={disabled} />
        </Fold>
      ))}
    </>
  );
}

type FoldProps = { readonly title: string; readonly note: string; readonly open?: boolean; readonly children: React.ReactNode };

const Fold = ({ title, note, open = false, children }: FoldProps) => (
  <details open={open} className="rounded-panel border border-line bg-surface">
    <summary className="cursor-pointer px-4 py-3 sm:px-5">
      <span className="font-semibold">{title}</span> <span className="text-small text-ink-2">{note}</span>
    </summary>
    <div className="border-t border-line px-4 py-4 sm:px-5">{children}</div>
  </details>
);

type GridProps = {
  readonly figures: readonly Figure[];
  readonly of: unknown;
  readonly set: (path: readonly string[], value: number | undefined) => void;
  readonly disabled: boolean;
};

const Grid = ({ figures, of, set, disabled }: GridProps) => (
  <div className="grid gap-4 sm:grid-cols-2">
    {figures.map((figure) => (
      <FigureInput
        key={figure.path.join(".")}
        figure={figure}
        value={valueAt(of, figure.path)}
        onChange={(value) => set(figure.path, value)}
        disabled={disabled}
      />
    ))}
  </div>
);
