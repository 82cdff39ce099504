import { Check, Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";

/** Copies this page's address; where the browser does not allow it, shows the address to copy by hand. */
export function CopyLink({ onCopy }: { readonly onCopy?: () => void }) {
  const [state, setState] = useState<"ready" | "copied" | "byHand">("ready");
  const address = window.location.href.split("#")[0] ?? "";
  const copy = () => {
    onCopy?.();
    navigator.clipboard.writeText(address).then(
      () => setState("copied"),
      () => setState("byHand"),
    );
  };
  if (state === "byHand")
    return (
      <Field label="The address of this page">
        <Input readOnly value={address} onFocus={(event) => event.target.select()} />
      </Field>
    );
  return (
    <Button variant="quiet" size="small" onClick={copy} className="self-start">
      {state === "copied" ? <Check size={14} aria-hidden="true" /> : <Link2 size={14} aria-hidden="true" />}
      <span role="status">{state === "copied" ? "Address copied" : "Copy the address"}</span>
    </Button>
  );
}
