import { askErasure, getPrivacy } from "@sleekapp/contracts/privacy";
import type { Obstacle, PrivacyView } from "@sleekapp/core/privacy/model";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useNavigate } from "react-router";
import { signOut } from "../../lib/auth.ts";
import type { Me } from "../../lib/me.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { isTooOld, SignInAgain } from "../account/sign-in-again.tsx";

/** What has to end first, in words for whoever can end it. */
function sentenceOf({ code, subject = "" }: Obstacle): string {
  switch (code) {
    case "open_order":
      return `The order ${subject} is still open: it has to be completed or cancelled.`;
    case "unpaid_order":
      return `The order ${subject} has not been paid out to you yet.`;
    case "sole_owner":
      return `You are the only owner of ${subject}, and others belong to it: hand it over first.`;
    case "admin_seat":
      return "You look after SleekApp itself: have your admin seat taken away first.";
  }
}

/** The end of an account: what goes, what stays and why, what is in the way, and the button. */
export function ErasurePanel({ me, privacy }: { readonly me: Me; readonly privacy: PrivacyView }) {
  const { obstacles, endingOrganisations } = privacy;
  return (
    <Panel title="Erase your account">
      <div className="flex flex-col items-start gap-5">
        <p className="measure text-ink-2">
          Your profile, addresses, sign-ins, pictures and quotes are removed within minutes and cannot be brought back.
          {endingOrganisations.length > 0 ? ` ${endingOrganisations.join(" and ")} ends with you, because nobody else belongs to it.` : ""} The law
          makes us keep issued invoices, with your name and address on them, and the figures of our books for ten years.
        </p>
        {obstacles.length > 0 ? (
          <Note tone="waiting">
            <p className="font-medium">Some of this has to end first</p>
            <ul className="mt-1 list-disc pl-5">
              {obstacles.map((one) => (
                <li key={`${one.code} ${one.subject ?? ""}`}>{sentenceOf(one)}</li>
              ))}
            </ul>
          </Note>
        ) : (
          <ErasureForm email={me.email} />
        )}
      </div>
    </Panel>
  );
}

const isSame = (given: string, email: string): boolean => given.trim().toLowerCase() === email.toLowerCase();

function ErasureForm({ email }: { readonly email: string }) {
  const [isAsking, setAsking] = useState(false);
  const form = useForm({ defaultValues: { email: "" } });
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = async () => {
    await signOut();
    client.clear();
    await navigate("/");
  };
  const erase = useCommand(askErasure, { refresh: [getPrivacy], onSuccess: () => void leave() });
  if (!isAsking)
    return (
      <Button variant="danger" onClick={() => setAsking(true)}>
        Erase my account
      </Button>
    );
  if (isTooOld(erase.error)) return <SignInAgain what="This cannot be taken back" />;
  const submit = form.handleSubmit((body) => erase.mutate({ body: { email: body.email.trim() } }));
  const rules = { validate: (given: string) => isSame(given, email) || "That is not the address of your account." };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex w-full max-w-md flex-col gap-5">
      <Field label="Your e-mail address" hint={`Type ${email} to confirm.`} error={form.formState.errors.email?.message} required>
        <Input type="email" autoComplete="off" autoFocus maxLength={254} {...form.register("email", rules)} />
      </Field>
      <FormError error={erase.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" busy={erase.isPending || erase.isSuccess}>
          Erase it for good
        </Button>
        <Button variant="quiet" onClick={() => setAsking(false)}>
          Keep it
        </Button>
      </div>
    </form>
  );
}
