import { getMyBankDetails, saveMyBankDetails } from "@sleekapp/contracts/bank";
import { type BankView, hasIban, isAccount, isBic } from "@sleekapp/core/bank/model";
import { useForm, useWatch } from "react-hook-form";
import { ApiError } from "../../lib/api-error.ts";
import { useCommand } from "../../lib/query.ts";
import { useRefusals } from "../../lib/refusals.ts";
import { CountrySelect } from "../../ui/country-select.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { isTooOld, SignInAgain } from "../account/sign-in-again.tsx";
import { SaveRow } from "../settings/save-row.tsx";

type Fields = { holder: string; bankName: string; country: string; account: string; bic: string };
type BankFormProps = { readonly bank: BankView; readonly onReread: () => void };

const long = (text: string): boolean => text.trim().length > 1;

/** The account is typed whole each time: what is saved is never shown again in full. */
const fieldsOf = ({ details }: BankView): Fields => ({
  holder: details?.holder ?? "",
  bankName: details?.bankName ?? "",
  country: details?.country ?? "",
  account: "",
  bic: details?.bic ?? "",
});

const accountName = (country: string): string => (country !== "" && !hasIban(country) ? "Account number" : "IBAN");

/** Says where the supplier is paid from now on. */
export function BankForm({ bank, onReread }: BankFormProps) {
  const form = useForm<Fields>({ defaultValues: fieldsOf(bank) });
  const { errors, isDirty } = form.formState;
  const country = useWatch({ control: form.control, name: "country" });
  const save = useCommand(saveMyBankDetails, { refresh: [getMyBankDetails] });
  const rest = useRefusals(form, save.error);
  const submit = form.handleSubmit((fields) => {
    const reread = (error: Error) => error instanceof ApiError && error.code === "bank.changed" && onReread();
    save.mutate({ body: { ...fields, version: bank.version } }, { onError: reread });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-md flex-col gap-5">
      <Field label="Account holder" hint="As the bank knows you." error={errors.holder?.message} required>
        <Input
          autoComplete="off"
          maxLength={140}
          {...form.register("holder", { validate: (text) => long(text) || "Write who holds the account." })}
        />
      </Field>
      <Field label="Bank" error={errors.bankName?.message} required>
        <Input autoComplete="off" maxLength={140} {...form.register("bankName", { validate: (text) => long(text) || "Write the bank's name." })} />
      </Field>
      <Field label="Country of the bank" error={errors.country?.message} required>
        <CountrySelect {...form.register("country", { validate: (code) => code !== "" || "Choose where the bank is." })} />
      </Field>
      <Field label={accountName(country)} hint="Only its last four characters are shown from then on." error={errors.account?.message} required>
        <Input
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          {...form.register("account", {
            validate: (text, all) => isAccount(text, all.country) || "That is no account in this country; one of its digits may be wrong.",
          })}
        />
      </Field>
      <Field label="BIC (SWIFT)" error={errors.bic?.message} required>
        <Input
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          {...form.register("bic", { validate: (text) => isBic(text) || "Eight or eleven letters and digits, as on a statement." })}
        />
      </Field>
      {isTooOld(rest) ? <SignInAgain what="This decides where money goes" /> : null}
      <SaveRow command={{ ...save, error: isTooOld(rest) ? null : rest }} isDirty={isDirty}>
        {bank.details ? "Change" : "Save"}
      </SaveRow>
    </form>
  );
}
