import { getMe, getMySupplier, saveMySupplier, submitMySupplier } from "@sleekapp/contracts/identity";
import { Draft, missingIn } from "@sleekapp/core/supplier/model";
import type { SupplierView } from "@sleekapp/core/supplier/view";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { unsaved, useAutosave } from "../../lib/autosave.ts";
import { keyOf, useCommand } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { AutosaveNote } from "../../ui/autosave-note.tsx";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { MissingList, focusField } from "../../ui/missing-list.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { type Changing, PapersField } from "./papers-field.tsx";
import { StepButtons, StepList } from "./step-list.tsx";
import { CertificateRows } from "./certificate-rows.tsx";
import { CapacityFields, CompanyFields, WorkFields } from "./company-fields.tsx";
import { FamilyTermsFields } from "./family-terms.tsx";
import { missingItems, type StepKey, stepOf, steps } from "./words.ts";

const parse = (value: unknown): Draft | undefined => Draft.safeParse(value).data;

/** Saves the application under the version it was read at, and keeps the answer as what is known now. */
function useApplication(supplier: SupplierView) {
  const client = useQueryClient();
  const keep = `supplier.${supplier.orgId}`;
  const [value, setValue] = useState<Draft>(() => unsaved(keep, parse) ?? supplier.application);
  const version = useRef(supplier.version);
  const underway = useRef<Promise<unknown>>(Promise.resolve());
  const command = useCommand(saveMySupplier);
  const keepAnswer = (answer: SupplierView) => {
    version.current = answer.version;
    client.setQueryData([...keyOf(getMySupplier, {}), null], answer);
  };
  const isVerified = supplier.verification === "verified";
  const lacking = isVerified ? missingItems(missingIn(value, supplier.papers)) : [];
  const hold = lacking[0] ? `a verified company stays complete. ${lacking[0].text}` : undefined;
  const autosave = useAutosave(supplier.application, {
    value,
    hold,
    keep,
    save: async (application) => {
      // A paper that is being added makes a version of its own; what was typed meanwhile goes on top of it.
      await underway.current;
      keepAnswer(await command.mutateAsync({ body: { application, version: version.current } }));
    },
  });
  const changing: Changing = async (change) => {
    await autosave.flush();
    const before = underway.current;
    const own = before.then(change).then(keepAnswer);
    underway.current = own.catch(() => undefined);
    await own;
  };
  return { value, changing, change: (part: Draft) => setValue((before) => ({ ...before, ...part })), autosave, hold };
}

type FormProps = {
  readonly supplier: SupplierView;
  /** Forgets what is typed here and shows what another device saved. */
  readonly onReload: () => void;
};

/** What is written on one step. */
function StepFields({
  step,
  form,
  supplier,
}: {
  readonly step: StepKey;
  readonly form: ReturnType<typeof useApplication>;
  readonly supplier: SupplierView;
}) {
  const { value, change, changing } = form;
  switch (step) {
    case "company":
      return (
        <Panel title="Company">
          <CompanyFields value={value} onChange={change} />
        </Panel>
      );
    case "work":
      return (
        <>
          <Panel title="Work">
            <WorkFields value={value} onChange={change} />
          </Panel>
          <Panel title="Capacity">
            <CapacityFields value={value} onChange={change} />
          </Panel>
          <Panel title="Terms by kind of garment (optional)">
            <FamilyTermsFields value={value} onChange={change} />
          </Panel>
        </>
      );
    case "papers":
      return (
        <>
          <Panel title="Papers">
            <PapersField supplier={supplier} isPhotos={false} changing={changing} />
          </Panel>
          <Panel title="Certificates">
            <CertificateRows value={value.certificates ?? []} onChange={(certificates) => change({ certificates })} />
          </Panel>
        </>
      );
    case "photos":
      return (
        <Panel title="Photos of the factory (optional)">
          <PapersField supplier={supplier} isPhotos changing={changing} />
        </Panel>
      );
  }
}

/**
 * The application as four steps that save themselves, each under its own address; handing it in says what is missing and goes there.
 */
export function ApplicationForm({ supplier, onReload }: FormProps) {
  const form = useApplication(supplier);
  const { value, autosave, hold } = form;
  const [{ step: asked }, setStep] = useUrlState({ step: "" });
  const at = Math.max(
    0,
    steps.findIndex(({ key }) => key === asked),
  );
  const { key: step } = steps[at] ?? steps[0];
  const [isHandingIn, setHandingIn] = useState(false);
  const submit = useCommand(submitMySupplier, { refresh: [getMySupplier, getMe] });
  const missing = missingItems(missingIn(value, supplier.papers));
  const goTo = (field: string) => {
    setStep({ step: stepOf(field) });
    // The step is drawn first.
    setTimeout(() => focusField(field), 50);
  };
  const handIn = async () => {
    setHandingIn(true);
    const [first] = missing;
    if (first) goTo(first.field);
    else if (await autosave.flush()) submit.mutate({});
  };
  const note = (
    <AutosaveNote
      state={autosave.state}
      error={autosave.error}
      hold={hold}
      onRetry={() => void autosave.flush()}
      reload={{ when: "supplier.changed", run: onReload }}
    />
  );
  return (
    <form
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void autosave.flush();
      }}
    >
      <StepList at={at} lacking={missing} onChoose={(key) => setStep({ step: key })} />
      {isHandingIn ? <MissingList title="Before it can be handed in" items={missing} onGo={goTo} /> : null}
      <div className="flex justify-end empty:hidden">{note}</div>
      <StepFields step={step} form={form} supplier={supplier} />
      <FormError error={submit.error} />
      <StepButtons at={at} onChoose={(key) => setStep({ step: key })}>
        {supplier.verification === "verified" ? null : (
          <Button variant={at === steps.length - 1 ? "primary" : "secondary"} size="large" busy={submit.isPending} onClick={() => void handIn()}>
            {supplier.verification === "rejected" ? "Hand it in again" : "Hand it in"}
          </Button>
        )}
      </StepButtons>
    </form>
  );
}
