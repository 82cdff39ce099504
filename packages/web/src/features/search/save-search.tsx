import { listSearches, saveSearch } from "@sleekapp/contracts/saved-search";
import { BellPlus } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useCommand } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Chip, Wish } from "../catalog/wish.ts";
import { useKeeper } from "../wishlist/saved.ts";

type SaveProps = { readonly wish: Wish; readonly chips: readonly Chip[] };

/** What a search is called unless its owner says otherwise: what it asks for. */
const usualName = ({ wish, chips }: SaveProps): string =>
  [wish.q, ...chips.map(({ label }) => label.split(": ").at(-1) ?? label)].filter(Boolean).join(", ").slice(0, 80);

/** Keeps what is asked of the catalogue now, where anything is; visitors are led to the sign-in and back. */
export function SaveSearch({ wish, chips }: SaveProps) {
  const keeper = useKeeper();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [isNaming, setNaming] = useState(false);
  if (keeper === "other" || keeper === "unknown" || (wish.q === "" && chips.length === 0)) return null;
  const press = () => (keeper === "visitor" ? void navigate(`/sign-in?next=${encodeURIComponent(pathname + search)}`) : setNaming(true));
  return (
    <>
      <Button onClick={press}>
        <BellPlus size={16} aria-hidden="true" /> Save the search
      </Button>
      {isNaming ? <NameDialog wish={wish} name={usualName({ wish, chips })} onClose={() => setNaming(false)} /> : null}
    </>
  );
}

function NameDialog({
  wish: { sort: _sort, ...asked },
  name: usual,
  onClose,
}: {
  readonly wish: Wish;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const formId = useId();
  const [name, setName] = useState(usual);
  const [hasAlerts, setAlerts] = useState(true);
  const save = useCommand(saveSearch, {
    refresh: [listSearches],
    onSuccess: () => {
      toast("The search is kept under Searches");
      onClose();
    },
  });
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (name.trim() !== "") save.mutate({ body: { name: name.trim(), query, hasAlerts } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Save the search"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={save.isPending}>
            Save it
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Name" required error={name.trim() === "" ? "Give it a name." : undefined}>
          <Input name="name" autoFocus maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <label className="flex items-start gap-2.5">
          <input type="checkbox" checked={hasAlerts} onChange={(event) => setAlerts(event.target.checked)} className="mt-0.5 size-5" />
          <span>Write to me when something new fits, once a day at most</span>
        </label>
        <FormError error={save.error} />
        <p className="text-small text-ink-3">
          What you keep is listed under <Link to="/app/searches">Searches</Link>.
        </p>
      </form>
    </Dialog>
  );
}
