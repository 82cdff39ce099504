import { getMe, getMySupplier, saveMySupplier, submitMySupplier } from "@sleekapp/contracts/identity";
import { Draft, missingIn } from "@sleekapp/core/supplier/model";
import type { SupplierView } from "@sleekapp/core/supplier/view";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { unsaved, useAutosave } from "../../lib/autosave.ts";
import { keyOf, useCommand } from "../../lib/query.ts";
import { AutosaveNote } from "../../ui/autosave-note.tsx";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { MissingList, focusField } from "../../ui/missing-list.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { CertificateRows } from "./certificate-rows.tsx";
import { CapacityFields, CompanyFields, WorkFields } from "./company-fields.tsx";
import { missingItems } from "./words.ts";

const parse = (value: unknown): Draft | undefined => Draft.safeParse(value).data;

/** Saves the application under the version it was read at, and keeps the answer as what is known now. */
function useApplication(supplier: SupplierView) {
  const client = useQueryClient();
  const keep = `supplier.${supplier.orgId}`;
  const [value, setValue] = useState<Draft>(() => unsaved(keep, parse) ?? supplier.application);
  const version = useRef(supplier.version);
  const command = useCommand(saveMySupplier);
  const isVerified = supplier.verification === "verified";
  const lacking = isVerified ? missingItems(missingIn(value)) : [];
  const hold = lacking[0] ? `a verified company stays complete. ${lacking[0].text}` : undefined;
  const autosave = useAutosave(supplier.application, {
    value,
    hold,
    keep,
    save: async (application) => {
      const answer = await command.mutateAsync({ body: { application, version: version.current } });
      version.current = answer.version;
      client.setQueryData([...keyOf(getMySupplier, {}), null], answer);
    },
  });
  return { value, change: (part: Draft) => setValue((before) => ({ ...before, ...part })), autosave, hold };
}

type FormProps = {
  readonly supplier: SupplierView;
  /** Forgets what is typed here and shows what another device saved. */
  readonly onReload: () => void;
};

/** The application as a form that saves itself; handing it in says what is missing and goes there. */
export function ApplicationForm({ supplier, onReload }: FormProps) {
  const { value, change, autosave, hold } = useApplication(supplier);
  const [asked, setAsked] = useState(false);
  const submit = useCommand(submitMySupplier, { refresh: [getMySupplier, getMe] });
  const missing = missingItems(missingIn(value));
  const handIn = async () => {
    setAsked(true);
    const [first] = missing;
    if (first) focusField(first.field);
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
      {asked ? <MissingList title="Before it can be handed in" items={missing} /> : null}
      <Panel title="Company" action={note}>
        <CompanyFields value={value} onChange={change} />
      </Panel>
      <Panel title="Work">
        <WorkFields value={value} onChange={change} />
      </Panel>
      <Panel title="Capacity">
        <CapacityFields value={value} onChange={change} />
      </Panel>
      <Panel title="Certificates">
        <CertificateRows value={value.certificates ?? []} onChange={(certificates) => change({ certificates })} />
      </Panel>
      <FormError error={submit.error} />
      {supplier.verification === "verified" ? null : (
        <div className="flex flex-wrap items-center gap-4">
          <Button variant="primary" size="large" busy={submit.isPending} onClick={() => void handIn()}>
            {supplier.verification === "rejected" ? "Hand it in again" : "Hand it in"}
          </Button>
          {note}
        </div>
      )}
    </form>
  );
}
