import { getMyProduct, listMyProducts, setProductPictures, submitProduct, updateProduct } from "@sleekapp/contracts/catalog";
import { missingIn } from "@sleekapp/core/product/rules";
import type { ProductDraftView } from "@sleekapp/core/product/view";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../lib/api-error.ts";
import { unsaved, useAutosave } from "../../lib/autosave.ts";
import { keyOf, useCommand } from "../../lib/query.ts";
import { AutosaveNote } from "../../ui/autosave-note.tsx";
import { Button, Link } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { MissingList, focusField } from "../../ui/missing-list.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { ClothFields, DescriptionFields } from "./description-fields.tsx";
import { CandidatePanel } from "./candidate-panel.tsx";
import { CopyPanel } from "./copy-panel.tsx";
import { FindingFields, SpecificationFields } from "./detail-fields.tsx";
import { type EditorState, type PictureRow, changesOf, draftOf, parseState, picturesDiffer, stateOf } from "./editor-state.ts";
import { PicturesField } from "./pictures-field.tsx";
import { Variants } from "./product-facts.tsx";
import { BreakFields, TermsFields } from "./terms-fields.tsx";
import { useUsualTerms, withTerms } from "./usual-terms.ts";
import { missingItems } from "./words.ts";

/** Saves what changed, fields first and pictures after, one command at a time: both move the listing's version. */
function useEditor(product: ProductDraftView) {
  const client = useQueryClient();
  const { productId } = product;
  const keep = `product.${productId}`;
  const [initial] = useState(() => stateOf(product));
  const [state, setState] = useState<EditorState>(() => unsaved(keep, parseState) ?? initial);
  const write = useCommand(updateProduct);
  const arrange = useCommand(setProductPictures);
  const params = { productId };
  const save = async (after: EditorState, before: EditorState) => {
    const body = changesOf(after, before);
    const isWritten = Object.keys(body.draft).length > 0 || body.clear.length > 0;
    const written = isWritten ? await write.mutateAsync({ params, body }) : undefined;
    const arranged = picturesDiffer(after, before) ? await arrange.mutateAsync({ params, body: { pictures: after.pictures } }) : undefined;
    const answer = arranged ?? written;
    if (answer) client.setQueryData([...keyOf(getMyProduct, { params }), null], answer);
  };
  const autosave = useAutosave(initial, { value: state, save, keep });
  return { state, setState, autosave };
}

/** What went wrong on handing in, with the way on where the company is what is missing. */
function SubmitError({ error }: { readonly error: Error | null }) {
  return (
    <>
      <FormError error={error} />
      {error instanceof ApiError && error.code === "supplier.not_verified" ? (
        <p>
          See <Link to="/app/supplier">where your company stands</Link>. The listing stays as it is until then.
        </p>
      ) : null}
    </>
  );
}

type DetailPanelsProps = Pick<ReturnType<typeof useEditor>, "state" | "setState"> & {
  readonly onChange: (part: EditorState["draft"]) => void;
  readonly taken: number;
  readonly feeBps: number;
};

/** From the cloth to the price breaks: what a buyer compares. */
const DetailPanels = ({ state, setState, onChange, taken, feeBps }: DetailPanelsProps) => (
  <>
    <Panel title="Cloth, sizes, colours">
      <div className="flex flex-col gap-5">
        <ClothFields draft={state.draft} onChange={onChange} />
        <Variants variants={state.draft.variants ?? []} />
      </div>
    </Panel>
    <Panel title="Specifications">
      <SpecificationFields rows={state.specifications} onChange={(specifications) => setState((before) => ({ ...before, specifications }))} />
    </Panel>
    <Panel title="How it is found">
      <FindingFields key={taken} draft={state.draft} onChange={onChange} />
    </Panel>
    <Panel title="Price and terms">
      <TermsFields draft={state.draft} feeBps={feeBps} onChange={onChange} />
    </Panel>
    <Panel title="Price breaks">
      <BreakFields rows={state.breaks} draft={state.draft} feeBps={feeBps} onChange={(breaks) => setState((before) => ({ ...before, breaks }))} />
    </Panel>
  </>
);

/** Changes the draft; a family that is chosen brings the supplier's usual terms where the draft says none. */
function useChange(setState: ReturnType<typeof useEditor>["setState"]): (part: EditorState["draft"]) => void {
  const termsOf = useUsualTerms();
  const alter = (next: (draft: EditorState["draft"]) => EditorState["draft"]) => setState((before) => ({ ...before, draft: next(before.draft) }));
  return (part) => {
    alter((draft) => ({ ...draft, ...part }));
    if (part.family) void termsOf(part.family).then((terms) => alter((draft) => withTerms(draft, terms)));
  };
}

/** A listing that can be changed: it saves itself, and says what is missing before it is handed in. */
export function ProductEditor({ product, isAsked }: { readonly product: ProductDraftView; readonly isAsked: boolean }) {
  const { state, setState, autosave } = useEditor(product);
  const [asked, setAsked] = useState(isAsked);
  // Features are typed as lines, which are read anew when some are taken over.
  const [taken, setTaken] = useState(0);
  const submit = useCommand(submitProduct, { refresh: [getMyProduct, listMyProducts] });
  const change = useChange(setState);
  const arrange = (next: (rows: readonly PictureRow[]) => PictureRow[]) => setState((before) => ({ ...before, pictures: next(before.pictures) }));
  const missing = missingItems(missingIn(draftOf(state), state.pictures));
  const handIn = async () => {
    setAsked(true);
    const [first] = missing;
    if (first) focusField(first.field);
    else if (await autosave.flush()) submit.mutate({ params: { productId: product.productId } });
  };
  const note = <AutosaveNote state={autosave.state} error={autosave.error} onRetry={() => void autosave.flush()} />;
  return (
    <form
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void autosave.flush();
      }}
    >
      {asked ? <MissingList title="Before it can be handed in" items={missing} /> : null}
      <Panel title="Pictures" action={note}>
        <PicturesField product={product} rows={state.pictures} onChange={arrange} />
        <CandidatePanel product={product} rows={state.pictures} flush={autosave.flush} onChange={arrange} />
      </Panel>
      <Panel title="What it is">
        <DescriptionFields draft={state.draft} onChange={change} />
      </Panel>
      <Panel title="Words, suggested">
        <CopyPanel
          productId={product.productId}
          copy={product.copy}
          flush={autosave.flush}
          onTake={(part) => {
            change(part);
            setTaken((count) => count + 1);
          }}
        />
      </Panel>
      <DetailPanels state={state} setState={setState} onChange={change} taken={taken} feeBps={product.feeBps} />
      <SubmitError error={submit.error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary" size="large" busy={submit.isPending} onClick={() => void handIn()}>
          Hand it in for approval
        </Button>
        {note}
      </div>
    </form>
  );
}
