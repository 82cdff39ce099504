import { listAddresses, putAddressFirst, removeAddress } from "@sleekapp/contracts/account";
import type { AddressView } from "@sleekapp/core/address/model";
import { useState } from "react";
import { countryName } from "../../lib/countries.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { AddressSheet } from "./address-sheet.tsx";

/** The reader's address book. */
export function AddressesPanel() {
  const found = useRead(listAddresses, {});
  const [editing, setEditing] = useState<AddressView | "new" | undefined>(undefined);
  const [leaving, setLeaving] = useState<AddressView | undefined>(undefined);
  const remove = useCommand(removeAddress, { refresh: [listAddresses] });
  const first = useCommand(putAddressFirst, { refresh: [listAddresses] });
  if (found.error && !found.data)
    return <ErrorPanel error={found.error} title="Your addresses could not be read" onRetry={() => void found.refetch()} />;
  if (!found.data) {
    return (
      <Loading label="Loading your addresses">
        <SkeletonText lines={5} />
      </Loading>
    );
  }
  const { items } = found.data;
  const add = (
    <Button variant="primary" onClick={() => setEditing("new")}>
      Add an address
    </Button>
  );
  return (
    <div className="flex flex-col items-stretch gap-4">
      {items.length === 0 ? (
        <EmptyState title="No addresses yet" action={add}>
          An address you keep here can be filled in when you accept a quote.
        </EmptyState>
      ) : (
        <Panel title="Addresses" flush action={add}>
          {first.error ? <ErrorPanel error={first.error} className="m-4" /> : null}
          <ul>
            {items.map((address) => (
              <AddressLine
                key={address.addressId}
                address={address}
                onEdit={() => setEditing(address)}
                onRemove={() => setLeaving(address)}
                onFirst={() => first.mutate({ params: { addressId: address.addressId } })}
              />
            ))}
          </ul>
        </Panel>
      )}
      {editing === undefined ? null : <AddressSheet address={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />}
      <ConfirmDialog
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={`Remove ${leaving?.label ?? ""}`}
        consequence="It leaves your address book. Orders keep the address they were given."
        action="Remove the address"
        danger
        onConfirm={() => remove.mutateAsync({ params: { addressId: leaving?.addressId ?? "" } })}
      />
    </div>
  );
}

type AddressLineProps = {
  readonly address: AddressView;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onFirst: () => void;
};

function AddressLine({ address, onEdit, onRemove, onFirst }: AddressLineProps) {
  const { label, name, company, street, postcode, city, region, country, isDefault } = address;
  const place = [`${postcode} ${city}`, region, countryName(country)].filter(Boolean).join(", ");
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 border-b border-line px-4 py-4 last:border-b-0 sm:px-5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-3 font-medium">
          {label}
          {isDefault ? <Status tone="active">Filled in first</Status> : null}
        </p>
        <p className="break-words text-ink-2">{[name, company, street].filter(Boolean).join(", ")}</p>
        <p className="break-words text-ink-2">{place}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {isDefault ? null : (
          <Button size="small" aria-label={`Fill in first: ${label}`} onClick={onFirst}>
            Fill in first
          </Button>
        )}
        <Button size="small" aria-label={`Edit ${label}`} onClick={onEdit}>
          Edit
        </Button>
        <Button size="small" aria-label={`Remove ${label}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </li>
  );
}
