import type { Draft } from "@sleekapp/core/supplier/model";
import { Plus, Trash2 } from "lucide-react";
import { Button, IconButton } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";

type Certificate = NonNullable<Draft["certificates"]>[number];

const MOST = 20;

/** Certificates as rows that can be added and taken away; each needs all four facts before the application goes. */
export function CertificateRows({ value, onChange }: { readonly value: readonly Certificate[]; readonly onChange: (value: Certificate[]) => void }) {
  const change = (at: number, part: Certificate) => onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <div data-field="certificates" className="flex flex-col gap-4">
      {value.length === 0 ? (
        <p className="text-ink-2">None yet. OEKO-TEX, GOTS, BSCI, ISO: what you can show on paper. None is needed to apply.</p>
      ) : null}
      {value.map((one, index) => (
        <CertificateRow
          key={index}
          number={index + 1}
          value={one}
          onChange={(part) => change(index, part)}
          onRemove={() => onChange(value.filter((_one, at) => at !== index))}
        />
      ))}
      <Button size="small" className="self-start" disabled={value.length >= MOST} onClick={() => onChange([...value, {}])}>
        <Plus size={16} aria-hidden="true" />
        Add a certificate
      </Button>
    </div>
  );
}

type RowProps = {
  readonly number: number;
  readonly value: Certificate;
  readonly onChange: (part: Certificate) => void;
  readonly onRemove: () => void;
};

function CertificateRow({ number, value, onChange, onRemove }: RowProps) {
  return (
    <fieldset className="grid gap-4 border-b border-line pb-4 sm:grid-cols-[1fr_1fr_1fr_11rem_auto] sm:items-end">
      <legend className="sr-only">Certificate {number}</legend>
      <Field label="Certificate">
        <Input value={value.name ?? ""} maxLength={80} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <Field label="Issuer">
        <Input value={value.issuer ?? ""} maxLength={80} onChange={(event) => onChange({ issuer: event.target.value })} />
      </Field>
      <Field label="Number">
        <Input value={value.number ?? ""} maxLength={60} onChange={(event) => onChange({ number: event.target.value })} />
      </Field>
      <Field label="Valid until">
        <Input type="date" value={value.expiresOn ?? ""} onChange={(event) => onChange({ expiresOn: event.target.value })} />
      </Field>
      <IconButton name={`Remove certificate ${number}`} icon={<Trash2 size={16} aria-hidden="true" />} onClick={onRemove} />
    </fieldset>
  );
}
