import type { MemberView } from "@sleekapp/core/account/model";
import { Family, familyNames } from "@sleekapp/core/garment/model";
import { type Limit, Window } from "@sleekapp/core/spending/model";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/checkbox-group.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { MoneyInput } from "../../ui/number-inputs.tsx";
import { windowNames } from "./words.ts";

/** A limit while it is written; its amount is not there until one can be read. */
export type LimitDraft = Omit<Limit, "max" | "families"> & {
  readonly key: number;
  readonly families: readonly Family[];
  readonly amount: number | undefined;
};

type LimitFieldsProps = {
  readonly name: string;
  readonly limit: LimitDraft;
  readonly members: readonly MemberView[];
  readonly isAsked: boolean;
  readonly onChange: (limit: LimitDraft) => void;
  readonly onRemove: () => void;
};

const whoText = ({ who }: LimitDraft): string => ("seat" in who ? `seat:${who.seat}` : `user:${who.userId}`);

const whoIn = (text: string): Limit["who"] => {
  if (text === "seat:owner") return { seat: "owner" };
  return text.startsWith("user:") ? { userId: text.slice(5) } : { seat: "member" };
};

const familyOptions = Family.options.map((value) => ({ value, label: familyNames[value] }));

/** One limit: whom it is for, how much, in what time, and of what. */
export function LimitFields({ name, limit, members, isAsked, onChange, onRemove }: LimitFieldsProps) {
  const buyers = members.filter(({ kind }) => kind === "member" || kind === "owner");
  const gone = "userId" in limit.who && !buyers.some(({ userId }) => whoText(limit) === `user:${userId}`);
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-panel border border-line p-4">
      <legend className="px-1 font-medium">{name}</legend>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="For">
          <Select value={whoText(limit)} onChange={(event) => onChange({ ...limit, who: whoIn(event.target.value) })}>
            <option value="seat:member">Every member</option>
            <option value="seat:owner">The owner</option>
            {buyers.map(({ userId, name: person }) => (
              <option key={userId} value={`user:${userId}`}>
                {person} alone
              </option>
            ))}
            {gone ? <option value={whoText(limit)}>Somebody who has left</option> : null}
          </Select>
        </Field>
        <Field label="At most" error={isAsked && limit.amount === undefined ? "Write an amount, as 5,000." : undefined} required>
          <MoneyInput value={limit.amount} onChange={(amount) => onChange({ ...limit, amount })} />
        </Field>
        <Field label="In what time" hint={limit.window === "order" ? undefined : "Of the calendar, UTC."}>
          <Select value={limit.window} onChange={(event) => onChange({ ...limit, window: Window.parse(event.target.value) })}>
            {Window.options.map((window) => (
              <option key={window} value={window}>
                {windowNames[window]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <CheckboxGroup
        legend="Of what"
        name={`${name} families`}
        hint="None chosen: of everything."
        options={familyOptions}
        value={limit.families}
        onChange={(families) => onChange({ ...limit, families })}
      />
      <Button variant="quiet" size="small" className="self-start" onClick={onRemove}>
        Remove {name.toLowerCase()}
      </Button>
    </fieldset>
  );
}
