import { useState } from "react";
import { type Answered, TalkForm } from "../../features/lead/talk-form.tsx";
import { roleOf, useMe } from "../../lib/me.ts";
import { useSession } from "../../lib/session.ts";
import { ButtonLink, Link } from "../../ui/button.tsx";
import { Loading, Note, Skeleton } from "../../ui/feedback.tsx";
import { TimeAt } from "../../ui/value.tsx";

/** For whoever would rather speak with a person than fill in the form that prices by itself. */
export function Page() {
  const [answered, setAnswered] = useState<Answered | undefined>(undefined);
  return (
    <div className="gutter mx-auto w-full max-w-3xl py-10 sm:py-14">
      <h1 tabIndex={-1} className="mb-4 font-serif text-display font-semibold tracking-tight">
        Talk to a person
      </h1>
      {answered ? (
        <Thanks answered={answered} />
      ) : (
        <>
          <p className="measure mb-8 text-read text-ink-2">
            Tell us what you want made. A person answers within a day. If you know garment, cloth and quantity,{" "}
            <Link to="/quote">the price comes at once</Link>.
          </p>
          <Asking onAnswered={setAnswered} />
        </>
      )}
    </div>
  );
}

function Asking({ onAnswered }: { readonly onAnswered: (answered: Answered) => void }) {
  const { signedIn } = useSession();
  const { data: me } = useMe();
  if (!signedIn) return <TalkForm isGuest onAnswered={onAnswered} />;
  if (!me)
    return (
      <Loading label="Reading your account">
        <Skeleton className="h-12 w-full" />
      </Loading>
    );
  if (roleOf(me) !== "buyer" || me.memberKind === "viewer")
    return <Note tone="waiting">This form is for buyers; you are acting for {me.orgName}.</Note>;
  return <TalkForm isGuest={false} onAnswered={onAnswered} />;
}

const Thanks = ({ answered: { reference, respondBy } }: { readonly answered: Answered }) => (
  <div role="status" className="flex flex-col items-start gap-4">
    <Note tone="done">
      <p className="font-medium">
        We have it: <span className="tnum">{reference}</span>
      </p>
      <p className="mt-1 text-ink-2">
        A person writes to you by <TimeAt at={respondBy} /> at the latest. We have mailed you the reference.
      </p>
    </Note>
    <ButtonLink to="/catalog">Look around meanwhile</ButtonLink>
  </div>
);
