import { getMe, listMembers, updateMe } from "@sleekapp/contracts/identity";
import { useForm } from "react-hook-form";
import type { Me } from "../../lib/me.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Saved } from "./saved.tsx";

type Fields = { name: string; locale: "en" | "bn" };

/** The reader's own name and language. */
export function ProfileForm({ me }: { readonly me: Me }) {
  const form = useForm<Fields>({ defaultValues: { name: me.name, locale: me.locale === "bn" ? "bn" : "en" } });
  const { errors, isDirty } = form.formState;
  const save = useCommand(updateMe, { refresh: [getMe, listMembers], onSuccess: () => form.reset(form.getValues()) });
  const submit = form.handleSubmit(({ name, locale }) => save.mutate({ body: { name: name.trim(), locale } }));
  return (
    <Panel title="You">
      <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-md flex-col gap-5">
        <Field label="Name" error={errors.name?.message} required>
          <Input
            autoComplete="name"
            maxLength={100}
            {...form.register("name", { validate: (name) => name.trim().length > 1 || "Write your name, at least two letters." })}
          />
        </Field>
        <Field label="E-mail address" hint="It is how you sign in, and where our mails go.">
          <Input type="email" value={me.email} readOnly />
        </Field>
        <Field label="Language" hint="The pages are in English for now; your choice is kept for when they are not.">
          <Select {...form.register("locale")}>
            <option value="en">English</option>
            <option value="bn">বাংলা (Bangla)</option>
          </Select>
        </Field>
        <FormError error={save.error} />
        <div className="flex items-center gap-4">
          <Button type="submit" variant="primary" busy={save.isPending}>
            Save
          </Button>
          <Saved shown={save.isSuccess && !isDirty} />
        </div>
      </form>
    </Panel>
  );
}
