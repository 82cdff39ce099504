import { draftPriceBook, listPriceBooks } from "@sleekapp/contracts/price";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";

type DraftFormProps = { readonly basedOn: number };

/** Makes a draft that says what a book says, and goes there. */
export function DraftForm({ basedOn }: DraftFormProps) {
  const [name, setName] = useState("");
  const [asked, setAsked] = useState(false);
  const navigate = useNavigate();
  const make = useCommand(draftPriceBook, {
    refresh: [listPriceBooks],
    onSuccess: ({ bookVersion }) => void navigate(`/admin/prices/${bookVersion}`),
  });
  const isNamed = name.trim().length >= 3;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (isNamed) make.mutate({ body: { basedOn, name: name.trim() } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label="What changes"
        hint="For example: cotton is dearer from January."
        error={asked && !isNamed ? "Say in a few words what changes." : undefined}
      >
        <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </Field>
      <FormError error={make.error} />
      <Button type="submit" busy={make.isPending} className="self-start">
        Make a draft of book {basedOn}
      </Button>
    </form>
  );
}
