import { answerCode, askCode } from "@sleekapp/contracts/quote";
import type { Brief } from "@sleekapp/core/pricing/model";
import { type FormEvent, useState } from "react";
import { call } from "../../lib/api.ts";
import { ApiError } from "../../lib/api-error.ts";
import { roleOf, useMe } from "../../lib/me.ts";
import { useSession } from "../../lib/session.ts";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, Note, Skeleton } from "../../ui/feedback.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { CodeStep, type Refusal } from "../account/code-step.tsx";
import { BriefSummary } from "./brief-summary.tsx";
import { type Contact, isUsable } from "./contact.ts";
import { useMakeQuote } from "./make-quote.ts";

type ContactStepProps = {
  readonly brief: Brief;
  /** A design of the account that the quote is to show. */
  readonly designId?: string | undefined;
  /** The secret under which files were sent for the quote. */
  readonly draft?: string | undefined;
  readonly onLeaveDesign: () => void;
  readonly contact: Contact;
  readonly save: (contact: Contact) => void;
  readonly onMade: (quoteId: string) => void;
};

/** The brief once more, and for whom it is priced: the account, or an address that proves itself with a code. */
export function ContactStep(props: ContactStepProps) {
  const { signedIn } = useSession();
  return (
    <>
      <BriefSummary brief={props.brief} />
      {signedIn ? <AccountContact {...props} /> : <GuestContact {...props} />}
    </>
  );
}

function AccountContact({ brief, designId, draft, onLeaveDesign, onMade }: ContactStepProps) {
  const me = useMe();
  const quote = useMakeQuote(onMade);
  if (me.error && !me.data) return <ErrorPanel error={me.error} title="We could not read your account" onRetry={() => void me.refetch()} />;
  if (!me.data)
    return (
      <Loading label="Reading your account">
        <Skeleton className="h-12 w-full" />
      </Loading>
    );
  if (roleOf(me.data) !== "buyer" || me.data.memberKind === "viewer")
    return <Note tone="waiting">Quotes are made for buyers; you are acting for {me.data.orgName}. Sign out to ask with another address.</Note>;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">
        The quote goes to <span className="font-medium text-ink">{me.data.orgName}</span>. It holds for 30 days and binds you to nothing.
      </p>
      {designId === undefined ? null : (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
          The quote shows the design you chose.
          <Button size="small" variant="quiet" onClick={onLeaveDesign}>
            Leave the design out
          </Button>
        </p>
      )}
      <FormError error={quote.error} />
      <Button
        variant="primary"
        size="large"
        className="self-start"
        busy={quote.isPending || quote.isSuccess}
        onClick={() => quote.mutate({ brief, designId, draft })}
      >
        Get the itemised quote
      </Button>
    </div>
  );
}

/** A wrong code and how many tries are left; after the fifth only a new code helps. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const left = Number(error.details?.["triesLeft"] ?? 0);
  if (error.code === "code.wrong" && left > 0) return { text: `That is not the code. ${left} ${left === 1 ? "try" : "tries"} left.`, spent: false };
  if (error.code === "code.wrong" || error.code === "code.spent")
    return { text: "This code does not work any more. Ask for a new one.", spent: true };
  return undefined;
}

type GuestProps = ContactStepProps & { readonly quote: ReturnType<typeof useMakeQuote> };

function GuestContact(props: ContactStepProps) {
  const { contact } = props;
  // One for all steps of proving: a quote that is being made goes on when the code step gives way to the next.
  const quote = useMakeQuote(props.onMade);
  if (isUsable(contact.proof, now())) return <ProvenGuest {...props} quote={quote} />;
  return contact.challenge ? <CodeContact {...props} quote={quote} challenge={contact.challenge} /> : <EmailContact {...props} />;
}

/** Mails a code; the answer is the same for addresses we know. */
async function challengeFor(email: string): Promise<Contact> {
  const { challengeId, resendAfter } = await call(askCode, { body: { email, purpose: "quote" } });
  return { email, challenge: { challengeId, resendAt: now().getTime() + resendAfter * 1000 } };
}

function EmailContact({ contact, save }: ContactStepProps) {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const email = contact.email.trim();
    setFailure(undefined);
    if (!/^\S+@\S+\.\S+$/u.test(email)) return setProblem("Write the address the quote should go to.");
    setBusy(true);
    try {
      save(await challengeFor(email));
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Field label="E-mail address" hint="We send a code to it, then the quote. Nothing else." error={problem} required>
        <Input
          type="email"
          name="email"
          autoComplete="email"
          value={contact.email}
          onChange={(event) => {
            setProblem(undefined);
            save({ email: event.target.value });
          }}
        />
      </Field>
      <FormError error={failure} />
      <Button type="submit" variant="primary" size="large" busy={busy} className="self-start">
        Send the code
      </Button>
    </form>
  );
}

type CodeContactProps = GuestProps & { readonly challenge: NonNullable<Contact["challenge"]> };

function CodeContact({ brief, draft, contact, challenge, save, quote }: CodeContactProps) {
  const answer = async (code: string) => {
    const proof = await call(answerCode, { params: { challengeId: challenge.challengeId }, body: { code } });
    // Kept before the quote is asked for: if that fails, the address need not be proven again.
    save({ email: contact.email, proof });
    quote.mutate({ brief, proof, draft });
  };
  return (
    <CodeStep
      key={challenge.challengeId}
      email={contact.email}
      action="Confirm and get the quote"
      resendAt={challenge.resendAt}
      refusalOf={refusalOf}
      onCode={answer}
      onResend={async () => save(await challengeFor(contact.email))}
      onOtherAddress={() => save({ email: "" })}
    />
  );
}

function ProvenGuest({ brief, draft, contact, save, quote }: GuestProps) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">
        The quote goes to <span className="font-medium text-ink">{contact.email}</span>. It holds for 30 days and binds you to nothing.
      </p>
      <FormError error={quote.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          size="large"
          busy={quote.isPending || quote.isSuccess}
          onClick={() => quote.mutate({ brief, proof: contact.proof, draft })}
        >
          Get the itemised quote
        </Button>
        <Button size="large" variant="quiet" onClick={() => save({ email: "" })}>
          Use another address
        </Button>
      </div>
    </div>
  );
}
