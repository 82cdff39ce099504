import { getSpending, setSpending } from "@sleekapp/contracts/spending";
import type { MemberView } from "@sleekapp/core/account/model";
import { usd } from "@sleekapp/core/kernel/money";
import { type Limit, MAX_APPROVERS, MAX_LIMITS, type Settings } from "@sleekapp/core/spending/model";
import type { SpendingView } from "@sleekapp/core/spending/view";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../lib/api-error.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/checkbox-group.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { SaveRow } from "../settings/save-row.tsx";
import { LimitFields, type LimitDraft } from "./limit-fields.tsx";

type RulesFormProps = { readonly spending: SpendingView; readonly members: readonly MemberView[]; readonly onReread: () => void };

type Draft = { readonly limits: readonly LimitDraft[]; readonly approvers: readonly string[]; readonly isPoRequired: boolean };

const draftOf = ({ limits, approvers, isPoRequired }: Settings): Draft => ({
  limits: limits.map(({ max, ...limit }, key) => ({ ...limit, key, amount: max.amount })),
  approvers,
  isPoRequired,
});

const limitOf = ({ who, window, families, amount }: LimitDraft): Limit[] =>
  amount === undefined ? [] : [{ who, window, families: [...families], max: usd(amount) }];

function useRules({ spending, onReread }: RulesFormProps) {
  const [draft, setDraft] = useState(() => draftOf(spending));
  const [isDirty, setDirty] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const save = useCommand(setSpending, { refresh: [getSpending] });
  const change = (next: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...next }));
    setDirty(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (draft.limits.some(({ amount }) => amount === undefined)) return;
    const body = {
      limits: draft.limits.flatMap(limitOf),
      approvers: [...draft.approvers],
      isPoRequired: draft.isPoRequired,
      version: spending.version,
    };
    save.mutate(
      { body },
      { onSuccess: () => setDirty(false), onError: (error) => error instanceof ApiError && error.code === "spending.changed" && onReread() },
    );
  };
  return { draft, change, save, submit, isDirty, isAsked };
}

const nextKey = (limits: readonly LimitDraft[]): number => Math.max(-1, ...limits.map(({ key }) => key)) + 1;

/** The whole of the rules at once: limits, who approves beside the owner, and whether every order needs a number. */
export function RulesForm(props: RulesFormProps) {
  const { draft, change, save, submit, isDirty, isAsked } = useRules(props);
  const { members } = props;
  const { limits } = draft;
  const others = members.filter(({ kind }) => kind === "member");
  const put = (next: LimitDraft) => change({ limits: limits.map((one) => (one.key === next.key ? next : one)) });
  return (
    <form noValidate className="flex flex-col gap-6" onSubmit={submit}>
      <div className="flex flex-col gap-4">
        {limits.length === 0 ? <p className="text-ink-2">No limits: everybody who orders may order everything.</p> : null}
        {limits.map((limit, place) => (
          <LimitFields
            key={limit.key}
            name={`Limit ${place + 1}`}
            limit={limit}
            members={members}
            isAsked={isAsked}
            onChange={put}
            onRemove={() => change({ limits: limits.filter((one) => one !== limit) })}
          />
        ))}
        {limits.length < MAX_LIMITS ? (
          <Button
            className="self-start"
            onClick={() =>
              change({ limits: [...limits, { key: nextKey(limits), who: { seat: "member" }, window: "month", families: [], amount: undefined }] })
            }
          >
            Add a limit
          </Button>
        ) : null}
      </div>
      {others.length === 0 ? null : (
        <CheckboxGroup
          legend="Who approves beside the owner"
          name="approvers"
          hint={`Nobody approves what they asked for themselves. ${MAX_APPROVERS} people at most.`}
          options={others.map(({ userId, name }) => ({ value: userId, label: name }))}
          value={draft.approvers}
          onChange={(approvers) => change({ approvers: approvers.slice(0, MAX_APPROVERS) })}
        />
      )}
      <Checkbox
        label="Every order needs a purchase order number"
        checked={draft.isPoRequired}
        onChange={(event) => change({ isPoRequired: event.target.checked })}
      />
      <SaveRow command={save} isDirty={isDirty}>
        Save the rules
      </SaveRow>
    </form>
  );
}
