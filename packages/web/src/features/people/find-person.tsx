import { findPerson } from "@sleekapp/contracts/admin";
import { useForm } from "react-hook-form";
import { useCommand } from "../../lib/query.ts";
import { useRefusals } from "../../lib/refusals.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { ApiError } from "../../lib/api-error.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { emailRules } from "../account/form.tsx";

/** Opens the person with an address. It is looked up whole: nobody is found by a part of it. */
export function FindPerson() {
  const [, setState] = useUrlState({ person: "" });
  const form = useForm({ defaultValues: { email: "" } });
  const find = useCommand(findPerson, { onSuccess: ({ userId }) => setState({ person: userId }) });
  const isMissing = find.error instanceof ApiError && find.error.status === 404;
  const missing = isMissing ? "Nobody has this address." : undefined;
  const rest = useRefusals(form, find.error);
  const submit = form.handleSubmit(({ email }) => find.mutate({ body: { email: email.trim() } }));
  return (
    <form noValidate role="search" aria-label="One person" onSubmit={(event) => void submit(event)} className="mb-5 flex flex-wrap items-start gap-3">
      <Field
        label="Find a person"
        hint="The whole e-mail address."
        error={form.formState.errors.email?.message ?? missing}
        className="w-full sm:max-w-80"
      >
        <Input type="email" autoComplete="off" maxLength={254} {...form.register("email", emailRules)} />
      </Field>
      <Button type="submit" busy={find.isPending} className="sm:mt-6.5">
        Find
      </Button>
      {isMissing ? null : <FormError error={rest} />}
    </form>
  );
}
