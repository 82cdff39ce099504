import { getSecondFactor, renewRecoveryCodes, turnOffSecondFactor } from "@sleekapp/contracts/account";
import { useState } from "react";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { RecoveryCodes } from "../account/recovery-codes.tsx";
import { isTooOld, SignInAgain, unlessTooOld } from "../account/sign-in-again.tsx";

/** The authenticator app: on or off, and the codes for when it is lost. */
export function SecondFactorPanel() {
  const found = useRead(getSecondFactor, {});
  return (
    <Panel title="Authenticator app">
      {found.error && !found.data ? (
        <ErrorPanel error={found.error} title="This could not be read" onRetry={() => void found.refetch()} />
      ) : found.data ? (
        found.data.isOn ? (
          <On left={found.data.recoveryCodesLeft} isRequired={found.data.isRequired} />
        ) : (
          <Off />
        )
      ) : (
        <Loading label="Loading the second factor">
          <SkeletonText lines={2} />
        </Loading>
      )}
    </Panel>
  );
}

const Off = () => (
  <div className="flex flex-col items-start gap-4">
    <p className="measure text-ink-2">
      Signing in takes your password only. With an authenticator app, who learns your password still stays outside.
    </p>
    <ButtonLink to="/second-factor" variant="primary">
      Set up an authenticator app
    </ButtonLink>
  </div>
);

function On({ left, isRequired }: { readonly left: number; readonly isRequired: boolean }) {
  const [isLeaving, setLeaving] = useState(false);
  const renew = useCommand(renewRecoveryCodes, { refresh: [getSecondFactor] });
  const off = useCommand(turnOffSecondFactor, { refresh: [getSecondFactor] });
  if (renew.data) return <RecoveryCodes codes={renew.data.recoveryCodes} onKept={() => renew.reset()} />;
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="flex flex-wrap items-center gap-3">
        <Status tone="done">On</Status>
        <span className="text-ink-2">
          <span className="tnum">{left}</span> recovery {left === 1 ? "code is" : "codes are"} left.
        </span>
      </p>
      {isRequired ? <p className="measure text-ink-2">Administrators cannot do without it: turned off, it has to be set up again at once.</p> : null}
      {isTooOld(renew.error) || isTooOld(off.error) ? (
        <SignInAgain what="This changes how you sign in" />
      ) : (
        <FormError error={renew.error ?? off.error} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button busy={renew.isPending} onClick={() => renew.mutate({})}>
          New recovery codes
        </Button>
        <Button variant="quiet" onClick={() => setLeaving(true)}>
          Turn it off
        </Button>
      </div>
      <ConfirmDialog
        open={isLeaving}
        onClose={() => setLeaving(false)}
        title="Turn the authenticator app off"
        consequence="Signing in then takes your password only, and the recovery codes end."
        action="Turn it off"
        danger
        onConfirm={() => off.mutateAsync({}).catch(unlessTooOld)}
      />
    </div>
  );
}
