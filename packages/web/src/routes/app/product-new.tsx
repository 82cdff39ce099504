import { createProduct, listMyProducts } from "@sleekapp/contracts/catalog";
import { Family, familyNames } from "@sleekapp/core/garment/model";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import * as z from "zod";
import { useUsualTerms } from "../../features/product/usual-terms.ts";
import { useDraft } from "../../lib/draft.ts";
import { useCommand } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

const Start = z.object({ title: z.string(), family: z.string() });
const none: z.infer<typeof Start> = { title: "", family: "" };

/** The start of a listing: its name and family; everything else is written in the editor, which saves itself. */
export function Page() {
  const navigate = useNavigate();
  const draft = useDraft({ key: "product-new", initial: none, parse: (value) => Start.safeParse(value).data });
  const [isAsked, setAsked] = useState(false);
  const create = useCommand(createProduct, { refresh: [listMyProducts] });
  const termsOf = useUsualTerms();
  const { title, family } = draft.value;
  const start = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (title.trim() === "") return;
    const known = Family.safeParse(family).data;
    const made = await create
      .mutateAsync({ body: { draft: { title: title.trim(), ...(known ? { family: known } : {}), ...(await termsOf(known)) } } })
      .catch(() => undefined);
    if (!made) return;
    draft.clear();
    await navigate(`/app/products/${made.productId}`, { replace: true });
  };
  return (
    <>
      <PageHeader title="New product" parent={{ label: "Products", to: "/app/products" }}>
        <p>
          Begin with a name; the rest follows on the next page. Many products at once come in by <Link to="/app/products/import">file</Link>.
        </p>
      </PageHeader>
      <form noValidate onSubmit={(event) => void start(event)} className="measure flex flex-col gap-5">
        <Field label="Title" hint="As buyers search for it." required error={isAsked && title.trim() === "" ? "Write a title." : undefined}>
          <Input maxLength={140} value={title} onChange={(event) => draft.save({ title: event.target.value, family })} />
        </Field>
        <Field label="Family" hint="Your smallest run and lead time for it are filled in.">
          <Select value={family} onChange={(event) => draft.save({ title, family: event.target.value })}>
            <option value="">Choose later</option>
            {Family.options.map((one) => (
              <option key={one} value={one}>
                {familyNames[one]}
              </option>
            ))}
          </Select>
        </Field>
        <FormError error={create.error} />
        <Button type="submit" variant="primary" size="large" busy={create.isPending} className="self-start">
          Start the listing
        </Button>
      </form>
    </>
  );
}
