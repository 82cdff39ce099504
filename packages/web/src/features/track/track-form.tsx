import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";

/** The fragment of a tracking link; the token never goes into a query, so no server log holds it. */
function fragmentOf(text: string): string | undefined {
  const at = text.indexOf("#");
  const fragment = new URLSearchParams(at === -1 ? "" : text.slice(at + 1));
  return fragment.get("o") && fragment.get("t") ? fragment.toString() : undefined;
}

/** Opens a running order from its tracking link. */
export function TrackForm() {
  const navigate = useNavigate();
  const [error, setError] = useState<string | undefined>(undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fragment = fragmentOf(String(new FormData(event.currentTarget).get("link")).trim());
    if (fragment === undefined) setError("That is not a tracking link. It ends in #o= and a long code.");
    else void navigate(`/track#${fragment}`);
  };
  return (
    <form onSubmit={submit} noValidate className="flex items-start gap-2">
      <Field label="Tracking link" quiet error={error} className="flex-1">
        <Input name="link" type="url" autoComplete="off" placeholder="Tracking link" onChange={() => setError(undefined)} />
      </Field>
      <Button type="submit">Track</Button>
    </form>
  );
}
