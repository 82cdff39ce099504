import {
  askAdminGrant,
  getOrganisationPeople,
  getPerson,
  listStaff,
  listSuspendedPeople,
  restorePerson,
  suspendPerson,
} from "@sleekapp/contracts/admin";
import type { PersonView } from "@sleekapp/core/account/model";
import { useEffect, useRef, useState } from "react";
import { NavigationType, useNavigationType } from "react-router";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, Note, SkeletonText } from "../../ui/feedback.tsx";
import { Status } from "../../ui/status.tsx";
import { toast } from "../../ui/toast.tsx";
import { EmailAddress, Facts, TimeAt } from "../../ui/value.tsx";
import { isTooOld, SignInAgain, unlessTooOld } from "../account/sign-in-again.tsx";
import { kindNames } from "../settings/kinds.ts";

/** One person: where they belong, how they stand, and what can be decided about them. */
export function PersonPane({ userId }: { readonly userId: string }) {
  const person = useRead(getPerson, { params: { userId } });
  const heading = useRef<HTMLHeadingElement>(null);
  const { data } = person;
  const shown = data?.userId;
  // Who came by the address itself begins at the top of the page, as everywhere.
  const isFollowed = useNavigationType() !== NavigationType.Pop;
  useEffect(() => {
    if (isFollowed && shown !== undefined) heading.current?.focus();
  }, [isFollowed, shown]);
  if (person.error && !data) return <ErrorPanel error={person.error} title="The person could not be read" onRetry={() => void person.refetch()} />;
  if (!data)
    return (
      <Loading label="Loading the person" className="rounded-panel border border-line bg-surface p-5">
        <SkeletonText lines={5} />
      </Loading>
    );
  return (
    <article aria-labelledby="person-title" className="min-w-0 rounded-panel border border-line bg-surface">
      <header className="flex flex-col gap-3 border-b border-line px-4 py-3 sm:px-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id="person-title" ref={heading} tabIndex={-1} className="scroll-mt-20 text-lead font-semibold">
            {data.name}
          </h2>
          {data.suspension ? <Status tone="late">Suspended</Status> : <Status tone="done">Active</Status>}
        </div>
        <Decisions person={data} />
      </header>
      <div className="flex flex-col gap-5 px-4 py-4 sm:px-5">
        {data.suspension ? (
          <Note tone="late">
            <p className="font-semibold">
              Suspended <TimeAt at={data.suspension.suspendedAt} />
            </p>
            <p className="whitespace-pre-line">{data.suspension.reason}</p>
          </Note>
        ) : null}
        <Facts
          facts={[
            { label: "E-mail address", value: <EmailAddress address={data.email} /> },
            { label: "Since", value: <TimeAt at={data.createdAt} /> },
            ...data.memberships.map((seat) => ({ label: seat.orgName, value: kindNames[seat.kind] })),
          ]}
        />
      </div>
    </article>
  );
}

/** Why a session is not enough to ask for the role, and to confirm it. */
export const MAKES_AN_ADMIN = "This makes an administrator";

type Asking = "suspend" | "admin";

/** Administrators lose that role before they can be suspended, and who is suspended cannot be given it. */
function Decisions({ person }: { readonly person: PersonView }) {
  const { userId, name } = person;
  const params = { userId };
  const refresh = [getPerson, listSuspendedPeople, getOrganisationPeople, listStaff];
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const suspend = useCommand(suspendPerson, { refresh, onSuccess: () => toast(`Suspended: ${name}`) });
  const restore = useCommand(restorePerson, { refresh, onSuccess: () => toast(`Restored: ${name}`) });
  const ask = useCommand(askAdminGrant, { refresh, onSuccess: () => toast(`Asked for the role for ${name}`) });
  const close = () => setAsking(undefined);
  if (person.memberships.some(({ orgKind }) => orgKind === "platform")) return <p className="text-ink-2">An administrator; see the tab Staff.</p>;
  if (person.suspension)
    return (
      <>
        <div>
          <Button variant="primary" busy={restore.isPending} onClick={() => restore.mutate({ params })}>
            Restore
          </Button>
        </div>
        <FormError error={restore.error} />
      </>
    );
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsking("suspend")}>Suspend</Button>
        <Button onClick={() => setAsking("admin")}>Ask for the administrator's role</Button>
      </div>
      {isTooOld(ask.error) ? <SignInAgain what={MAKES_AN_ADMIN} /> : null}
      <ConfirmDialog
        open={asking === "suspend"}
        onClose={close}
        title={`Suspend ${name}`}
        consequence="They are signed out everywhere and cannot sign in until you restore them. Orders at work go on."
        action="Suspend"
        danger
        reason={{ label: "Reason", hint: "Only administrators read it.", shortest: 10 }}
        onConfirm={(reason) => suspend.mutateAsync({ params, body: { reason } })}
      />
      <ConfirmDialog
        open={asking === "admin"}
        onClose={close}
        title={`Ask for the role for ${name}`}
        consequence="Another administrator has to confirm within a day. Then they see and decide everything on the platform."
        action="Ask for the role"
        onConfirm={() => ask.mutateAsync({ params }).catch(unlessTooOld)}
      />
    </>
  );
}
