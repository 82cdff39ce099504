import { getMe, getOrganisation, updateOrganisation } from "@sleekapp/contracts/identity";
import { type OrgView, TaxId } from "@sleekapp/core/account/model";
import { useForm } from "react-hook-form";
import { ApiError } from "../../lib/api-error.ts";
import { countryName } from "../../lib/countries.ts";
import { useCommand } from "../../lib/query.ts";
import { useRefusals } from "../../lib/refusals.ts";
import { CountrySelect } from "../../ui/country-select.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Facts } from "../../ui/value.tsx";
import { SaveRow } from "./save-row.tsx";

type Fields = { name: string; country: string; phone: string; taxId: string };

type OrganisationPanelProps = { readonly org: OrgView; readonly mayEdit: boolean; readonly onReread: () => void };

/** The organisation: its owner changes it, everybody else of the office reads it. */
export const OrganisationPanel = ({ org, mayEdit, onReread }: OrganisationPanelProps) => (
  <Panel title="Organisation">{mayEdit ? <Editing org={org} onReread={onReread} /> : <Reading org={org} />}</Panel>
);

const Reading = ({ org }: { readonly org: OrgView }) => (
  <Facts
    facts={[
      { label: "Name", value: org.name },
      { label: "Country", value: org.country ? countryName(org.country) : "Not given" },
      { label: "Telephone", value: org.phone ?? "Not given" },
    ]}
  />
);

const fieldsOf = ({ name, country, phone, taxId }: OrgView): Fields => ({ name, country: country ?? "", phone: phone ?? "", taxId: taxId ?? "" });

/** The text under that name, or nothing for one that was left empty. */
const filled = (name: string, text: string): Record<string, string> => (text.trim() === "" ? {} : { [name]: text.trim() });

const isTaxId = (text: string): boolean => text.trim() === "" || TaxId.safeParse(text).success;

type EditingProps = { readonly org: OrgView; readonly onReread: () => void };

function Editing({ org, onReread }: EditingProps) {
  const form = useForm<Fields>({ defaultValues: fieldsOf(org) });
  const { errors, isDirty } = form.formState;
  const save = useCommand(updateOrganisation, {
    refresh: [getOrganisation, getMe],
    onSuccess: (answer) => form.reset(fieldsOf(answer)),
  });
  const rest = useRefusals(form, save.error);
  const submit = form.handleSubmit(({ name, country, phone, taxId }) => {
    const optional = { ...filled("country", country), ...filled("phone", phone), ...filled("taxId", taxId) };
    const reread = (error: Error) => error instanceof ApiError && error.code === "organisation.changed" && onReread();
    save.mutate({ body: { name: name.trim(), version: org.version, ...optional } }, { onError: reread });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-md flex-col gap-5">
      <Field label="Name" hint="On quotes, orders and invoices." error={errors.name?.message} required>
        <Input
          autoComplete="organization"
          maxLength={120}
          {...form.register("name", { validate: (name) => name.trim().length > 1 || "Write the organisation's name." })}
        />
      </Field>
      <Field label="Country (optional)">
        <CountrySelect {...form.register("country")} />
      </Field>
      <Field label="Telephone (optional)" error={errors.phone?.message}>
        <Input
          type="tel"
          autoComplete="tel"
          maxLength={30}
          {...form.register("phone", { validate: (phone) => phone.trim() === "" || phone.trim().length > 5 || "That is too short for a number." })}
        />
      </Field>
      <Field
        label="VAT or tax number (optional)"
        hint="On your invoices. Only owners of your organisation see it here."
        error={errors.taxId?.message}
      >
        <Input
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          {...form.register("taxId", { validate: (taxId) => isTaxId(taxId) || "Five to twenty letters and digits, at least one of them a digit." })}
        />
      </Field>
      <SaveRow command={{ ...save, error: rest }} isDirty={isDirty}>
        Save
      </SaveRow>
    </form>
  );
}
