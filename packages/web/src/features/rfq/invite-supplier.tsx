import { listSuppliers } from "@sleekapp/contracts/identity";
import { getRfq, inviteToRfq } from "@sleekapp/contracts/rfq";
import type { RfqView } from "@sleekapp/core/rfq/view";
import { type FormEvent, useState } from "react";
import { useCommand, usePages } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";

/** The platform asks one more verified supplier. */
export function InviteSupplier({ rfq: { rfqId, parties } }: { readonly rfq: RfqView }) {
  const [supplierId, setSupplierId] = useState("");
  const suppliers = usePages(listSuppliers, { verification: "verified", limit: 50 });
  const invite = useCommand(inviteToRfq, { refresh: [getRfq], onSuccess: () => setSupplierId("") });
  const free = (suppliers.items ?? []).filter(({ orgId }) => parties.every((party) => party.supplierId !== orgId));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (supplierId !== "") invite.mutate({ params: { rfqId }, body: { supplierId } });
  };
  return (
    <Panel title="Ask another supplier">
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Supplier" hint="Verified suppliers that have not been asked yet.">
          <Select value={supplierId} onChange={(event) => setSupplierId(event.target.value)}>
            <option value="">Choose one</option>
            {free.map(({ orgId, companyName }) => (
              <option key={orgId} value={orgId}>
                {companyName}
              </option>
            ))}
          </Select>
        </Field>
        <FormError error={invite.error ?? suppliers.error} />
        <Button type="submit" busy={invite.isPending} disabled={supplierId === ""} className="self-start">
          Ask for a bid
        </Button>
      </form>
    </Panel>
  );
}
