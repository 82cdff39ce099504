import { useState } from "react";
import { Button } from "./button.tsx";
import { Field, Input } from "./field.tsx";

/** A link whose secret is told once, ready to be copied. */
export function MadeLink({ label, url }: { readonly label: string; readonly url: string }) {
  const [copied, setCopied] = useState<boolean | undefined>(undefined);
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint="Shown this once. Copy it now.">
        <Input readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <div className="flex items-center gap-3">
        <Button onClick={() => void copy()}>Copy</Button>
        <p role="status" className="text-small text-ink-2">
          {copied === true ? "Copied" : copied === false ? "Your browser did not let us copy; select the link and copy it." : ""}
        </p>
      </div>
    </div>
  );
}
