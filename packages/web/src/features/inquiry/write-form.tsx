import { writeInquiry } from "@sleekapp/contracts/inquiry";
import { type FormEvent, useState } from "react";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { threadReads } from "./reads.ts";

/** One more message to the other side; what was typed stays when it was refused. */
export function WriteForm({ inquiryId }: { readonly inquiryId: string }) {
  const [text, setText] = useState("");
  const write = useCommand(writeInquiry, { refresh: threadReads, onSuccess: () => setText("") });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim().length > 1) write.mutate({ params: { inquiryId }, body: { text: text.trim() } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field label="Message" hint="Telephone numbers, addresses and links are taken out.">
        <Textarea name="text" rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <FormError error={write.error} />
      <Button type="submit" busy={write.isPending} disabled={text.trim().length < 2} className="self-start">
        Send
      </Button>
    </form>
  );
}
