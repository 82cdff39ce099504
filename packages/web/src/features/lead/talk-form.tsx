import { submitGuestLead, submitLead } from "@sleekapp/contracts/lead";
import { answerCode, askCode } from "@sleekapp/contracts/quote";
import { GarmentType, garments } from "@sleekapp/core/garment/model";
import { Request } from "@sleekapp/core/lead/model";
import { dateOf } from "@sleekapp/core/kernel/calendar";
import { type FormEvent, useRef, useState } from "react";
import { call } from "../../lib/api.ts";
import { ApiError, shownError } from "../../lib/api-error.ts";
import { useDraft } from "../../lib/draft.ts";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input, Select, Textarea } from "../../ui/field.tsx";
import { QuantityInput } from "../../ui/number-inputs.tsx";
import { CodeStep, type Refusal } from "../account/code-step.tsx";
import { type Talk, talkDraft } from "./talk-draft.ts";

export type Answered = { readonly reference: string; readonly respondBy: string };

/** What is sent, or undefined while something is missing. */
const requestFrom = ({ name, company, phone, garmentType, quantity, wantedOn, notes }: Talk): Request | undefined =>
  Request.safeParse({
    name,
    quantity,
    notes,
    ...(company.trim() === "" ? {} : { company }),
    ...(phone.trim() === "" ? {} : { phone }),
    ...(garmentType === "" ? {} : { garmentType }),
    ...(wantedOn === "" ? {} : { wantedOn }),
  }).data;

const problemsOf = ({ name, email, quantity, notes }: Talk, isGuest: boolean) => ({
  name: name.trim().length < 2 ? "Write your name." : undefined,
  email: isGuest && !/^\S+@\S+\.\S+$/u.test(email.trim()) ? "Write the address we answer to." : undefined,
  quantity: quantity === undefined || quantity < 1 ? "About how many pieces?" : undefined,
  notes: notes.trim().length < 10 ? "Write at least ten letters about what you want made." : undefined,
});

/** A wrong code and how many tries are left; after the fifth only a new code helps. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const left = Number(error.details?.["triesLeft"] ?? 0);
  if (error.code === "code.wrong" && left > 0) return { text: `That is not the code. ${left} ${left === 1 ? "try" : "tries"} left.`, spent: false };
  if (error.code === "code.wrong" || error.code === "code.spent")
    return { text: "This code does not work any more. Ask for a new one.", spent: true };
  return undefined;
}

type Challenge = { readonly challengeId: string; readonly resendAt: number };

async function challengeFor(email: string): Promise<Challenge> {
  const { challengeId, resendAfter } = await call(askCode, { body: { email, purpose: "quote" } });
  return { challengeId, resendAt: now().getTime() + resendAfter * 1_000 };
}

/** Asks for a person: signed in at once, else after the address has been proven by a code. */
function useTalk(isGuest: boolean, onAnswered: (answered: Answered) => void) {
  const { value: talk, save, clear } = useDraft<Talk>(talkDraft);
  const [challenge, setChallenge] = useState<Challenge | undefined>(undefined);
  const [error, setError] = useState<Error | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  // One for one request, however often it is sent.
  const key = useRef(crypto.randomUUID());
  const request = requestFrom(talk);
  const done = (answered: Answered) => {
    clear();
    onAnswered(answered);
  };
  const start = async () => {
    if (!request) return;
    setBusy(true);
    setError(undefined);
    try {
      if (isGuest) setChallenge(await challengeFor(talk.email.trim()));
      else done(await call(submitLead, { body: request }, { idempotencyKey: key.current }));
    } catch (failure) {
      setError(shownError(failure));
    } finally {
      setBusy(false);
    }
  };
  const prove = async (code: string) => {
    if (!challenge || !request) return;
    const { proof } = await call(answerCode, { params: { challengeId: challenge.challengeId }, body: { code } });
    done(await call(submitGuestLead, { body: request }, { idempotencyKey: key.current, credentials: { "x-proof": proof } }));
  };
  const resend = async () => setChallenge(await challengeFor(talk.email.trim()));
  return { talk, save, challenge, setChallenge, error, busy, start, prove, resend };
}

type TalkProps = { readonly isGuest: boolean; readonly onAnswered: (answered: Answered) => void };

export function TalkForm({ isGuest, onAnswered }: TalkProps) {
  const { talk, save, challenge, setChallenge, error, busy, start, prove, resend } = useTalk(isGuest, onAnswered);
  const [asked, setAsked] = useState(false);
  const problems = problemsOf(talk, isGuest);
  if (challenge) {
    return (
      <CodeStep
        key={challenge.challengeId}
        email={talk.email}
        action="Confirm and send"
        resendAt={challenge.resendAt}
        refusalOf={refusalOf}
        onCode={prove}
        onResend={resend}
        onOtherAddress={() => setChallenge(undefined)}
      />
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).every((problem) => problem === undefined)) void start();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <TalkFields talk={talk} save={save} problems={asked ? problems : {}} isGuest={isGuest} />
      <FormError error={error} />
      <Button type="submit" variant="primary" size="large" busy={busy} className="self-start">
        {isGuest ? "Send the code" : "Ask for a person"}
      </Button>
    </form>
  );
}

type FieldsProps = {
  readonly talk: Talk;
  readonly save: (talk: Talk) => void;
  readonly problems: Partial<ReturnType<typeof problemsOf>>;
  readonly isGuest: boolean;
};

function TalkFields({ talk, save, problems, isGuest }: FieldsProps) {
  const set = (part: Partial<Talk>) => save({ ...talk, ...part });
  return (
    <>
      <Field label="Your name" required error={problems.name}>
        <Input autoComplete="name" maxLength={100} value={talk.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      {isGuest ? (
        <Field label="E-mail address" hint="We send a code to it, then our answer." required error={problems.email}>
          <Input type="email" autoComplete="email" value={talk.email} onChange={(event) => set({ email: event.target.value })} />
        </Field>
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Company (optional)">
          <Input autoComplete="organization" maxLength={120} value={talk.company} onChange={(event) => set({ company: event.target.value })} />
        </Field>
        <Field label="Telephone (optional)">
          <Input type="tel" autoComplete="tel" maxLength={30} value={talk.phone} onChange={(event) => set({ phone: event.target.value })} />
        </Field>
        <Field label="Garment (optional)">
          <Select value={talk.garmentType} onChange={(event) => set({ garmentType: GarmentType.safeParse(event.target.value).data ?? "" })}>
            <option value="">Not sure, or several</option>
            {GarmentType.options.map((type) => (
              <option key={type} value={type}>
                {garments[type].plural}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="About how many" required error={problems.quantity}>
          <QuantityInput value={talk.quantity} onChange={(quantity) => save({ ...talk, quantity })} />
        </Field>
      </div>
      <Field label="Wanted by (optional)">
        <Input
          type="date"
          className="max-w-48"
          min={dateOf(now())}
          value={talk.wantedOn}
          onChange={(event) => set({ wantedOn: event.target.value })}
        />
      </Field>
      <Field label="What you want made" hint="Cloth, colours, decoration, a reference: whatever you know." required error={problems.notes}>
        <Textarea rows={5} maxLength={2000} value={talk.notes} onChange={(event) => set({ notes: event.target.value })} />
      </Field>
    </>
  );
}
