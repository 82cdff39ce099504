import { listSearches, saveSearch } from "@sleekapp/contracts/saved-search";
import { BellPlus } from "lucide-react";
import { type FormEvent, useEffect, useId, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { shownError } from "../../lib/api-error.ts";
import { useCommand } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Chip, Wish } from "../catalog/wish.ts";
import { useKeeper } from "../wishlist/saved.ts";
import { rememberSearch, takeSearch } from "./pending.ts";

const KEPT = "The search is kept under Searches";

type SaveProps = { readonly wish: Wish; readonly chips: readonly Chip[] };

/** What a search is called unless its owner says otherwise: what it asks for. */
const usualName = ({ wish, chips }: SaveProps): string =>
  [wish.q, ...chips.map(({ label }) => label.split(": ").at(-1) ?? label)].filter(Boolean).join(", ").slice(0, 80);

/** Keeps the search that was named before the sign-in, as soon as it is clear who came back. */
function usePendingSearch(): void {
  const keeper = useKeeper();
  const { mutate } = useCommand(saveSearch, { refresh: [listSearches] });
  useEffect(() => {
    if (keeper === "visitor" || keeper === "unknown") return;
    const keep = async () => {
      const search = await takeSearch();
      if (search === undefined) return;
      if (keeper === "other") return toast("Searches are kept by buyers; you act for another organisation now", "late");
      mutate({ body: search }, { onSuccess: () => toast(KEPT), onError: (error) => toast(shownError(error).message, "late") });
    };
    void keep();
  }, [keeper, mutate]);
}

/** Keeps what is asked of the catalogue now, where anything is; what a visitor names is kept once they have signed in. */
export function SaveSearch({ wish, chips }: SaveProps) {
  const keeper = useKeeper();
  const [isNaming, setNaming] = useState(false);
  usePendingSearch();
  if (keeper === "other" || keeper === "unknown" || (wish.q === "" && chips.length === 0)) return null;
  return (
    <>
      <Button onClick={() => setNaming(true)}>
        <BellPlus size={16} aria-hidden="true" /> Save the search
      </Button>
      {isNaming ? (
        <NameDialog wish={wish} name={usualName({ wish, chips })} isVisitor={keeper === "visitor"} onClose={() => setNaming(false)} />
      ) : null}
    </>
  );
}

type NameProps = { readonly wish: Wish; readonly name: string; readonly isVisitor: boolean; readonly onClose: () => void };

/** Keeps a search under its name; a visitor's waits in the tab while they sign in. */
function useKeeping({ wish: { sort: _sort, ...asked }, isVisitor, onClose }: NameProps) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const save = useCommand(saveSearch, {
    refresh: [listSearches],
    onSuccess: () => {
      toast(KEPT);
      onClose();
    },
  });
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
  const keep = (name: string, hasAlerts: boolean) => {
    if (!isVisitor) return save.mutate({ body: { name, query, hasAlerts } });
    rememberSearch({ name, query, hasAlerts });
    void navigate(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  };
  return { save, keep };
}

function NameDialog(props: NameProps) {
  const { isVisitor, onClose } = props;
  const formId = useId();
  const [name, setName] = useState(props.name);
  const [hasAlerts, setAlerts] = useState(true);
  const { save, keep } = useKeeping(props);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (name.trim() !== "") keep(name.trim(), hasAlerts);
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
            {isVisitor ? "Sign in and save it" : "Save it"}
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
