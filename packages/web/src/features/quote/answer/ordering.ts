import { type FormEvent, useState } from "react";
import { useForm } from "react-hook-form";
import { useDraft } from "../../../lib/draft.ts";
import { numbered } from "../../spending/po-number.ts";
import { type AddressFields, addressOf, noAddress, restoredAddress } from "./address.ts";

/** What every order is made with, whatever it is of. */
export type Ordered = { readonly shippingAddress: ReturnType<typeof addressOf>; readonly termsVersion: string } & ReturnType<typeof numbered>;

/**
 * What a buyer says with every order: where the goods go, that they agree to the terms, and a number of their own. `send` is called when
 * all of it is there; `version` is that of the terms on the page, undefined while they are read.
 */
export function useOrdering(version: string | undefined, send: (ordered: Ordered) => void) {
  // One address serves all orders: most buyers ship to one place.
  const draft = useDraft<AddressFields>({ key: "ship-to", initial: noAddress, parse: restoredAddress, keep: "device" });
  const form = useForm<AddressFields>({ defaultValues: draft.value });
  // The agreement belongs to one version of the text: another version has not been agreed to.
  const [agreed, setAgreed] = useState<string | undefined>(undefined);
  const [asked, setAsked] = useState(false);
  const [poNumber, setPoNumber] = useState("");
  const isAgreed = version !== undefined && agreed === version;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    void form.handleSubmit((fields) => {
      if (isAgreed) send({ shippingAddress: addressOf(fields), termsVersion: version, ...numbered(poNumber) });
    })();
  };
  return {
    submit,
    isAgreed,
    keep: () => draft.save(form.getValues()),
    agree: (yes: boolean) => setAgreed(yes ? version : undefined),
    po: { value: poNumber, onChange: setPoNumber },
    register: form.register,
    errors: form.formState.errors,
    error: asked && !isAgreed ? "The order needs your agreement to the terms." : undefined,
  };
}
