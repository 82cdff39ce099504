import { MAX_TEXT } from "@sleekapp/core/brief/model";
import type { ReadView } from "@sleekapp/core/brief/view";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/error-panel.tsx";
import { Field, Textarea } from "../../../ui/field.tsx";
import type { QuoteForm } from "../quote-form.ts";
import { MAX_BYTES, type Taken, take } from "./files.ts";
import { formOfReading } from "./form-of-reading.ts";
import { useReadBrief } from "./use-read-brief.ts";

export { ReadingSummary } from "./reading-summary.tsx";

type WordsProps = {
  readonly form: QuoteForm;
  readonly set: (change: Partial<QuoteForm>) => void;
  readonly onView: (view: ReadView) => void;
};
type Named = { readonly name: string; readonly taken: Extract<Taken, { readonly attachment: unknown }> };

/** Somebody's own words, and small files with them; what is read of them goes into the form. */
export function Words({ form, set, onView }: WordsProps) {
  const [text, setText] = useState("");
  const [files, setFiles] = useState<readonly Named[]>([]);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const reading = useReadBrief((view, asked) => {
    set(formOfReading(view.reading, asked.text, form));
    onView(view);
  });

  const add = async (file: File | undefined) => {
    if (!file) return;
    const taken = await take(file);
    setProblem("problem" in taken ? taken.problem : undefined);
    if ("text" in taken) setText((before) => `${before}\n${taken.text}`.trim().slice(0, MAX_TEXT));
    if (!("attachment" in taken)) return;
    const together = files.reduce((sum, one) => sum + one.taken.bytes, taken.bytes);
    if (files.length >= 2 || together > MAX_BYTES) setProblem("Two small files at most; take one away first.");
    else setFiles([...files, { name: file.name, taken }]);
  };

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "" && files.length === 0) setProblem("Write something, or add a file.");
    else reading.mutate({ text: text.trim(), attachments: files.map(({ taken }) => taken.attachment) });
  };

  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      <Field
        label="What do you want made?"
        hint="Garment, how many, fabric, print and where, sizes, by when: whatever you know. No names or telephone numbers are needed."
        error={problem}
      >
        <Textarea ref={box} name="words" rows={5} maxLength={MAX_TEXT} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <FileRow files={files} add={add} remove={(name) => setFiles(files.filter((one) => one.name !== name))} />
      <FormError error={reading.error} />
      <Button type="submit" variant="primary" className="self-start" busy={reading.isPending}>
        Fill in the form
      </Button>
    </form>
  );
}

type FileRowProps = {
  readonly files: readonly Named[];
  readonly add: (file: File | undefined) => Promise<void>;
  readonly remove: (name: string) => void;
};

function FileRow({ files, add, remove }: FileRowProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        ref={picker}
        type="file"
        aria-label="A picture, a PDF or a text"
        className="sr-only"
        tabIndex={-1}
        accept="image/jpeg,image/png,image/webp,application/pdf,text/*,.md,.csv"
        onChange={(event) => {
          void add(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button size="small" onClick={() => picker.current?.click()}>
        Add a picture, a PDF or a text
      </Button>
      {files.map(({ name }) => (
        <Button key={name} size="small" variant="quiet" className="max-w-full" onClick={() => remove(name)} aria-label={`Take away ${name}`}>
          <span className="truncate">{name} ×</span>
        </Button>
      ))}
    </div>
  );
}
