import { getOrganisationPeople } from "@sleekapp/contracts/admin";
import { openPaper } from "@sleekapp/contracts/supplier";
import { getSupplier, listSuppliers, rejectSupplier, restoreSupplier, suspendSupplier, verifySupplier } from "@sleekapp/contracts/identity";
import { process } from "@sleekapp/core/supplier/process";
import type { SupplierView } from "@sleekapp/core/supplier/view";
import { useEffect, useRef, useState } from "react";
import { call } from "../../lib/api.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, Note, Skeleton, SkeletonText } from "../../ui/feedback.tsx";
import { Status } from "../../ui/status.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { BankReveal } from "../bank/bank-reveal.tsx";
import { PaperList } from "../supplier/paper-list.tsx";
import { CompanyFacts } from "../supplier/company-facts.tsx";
import { missingItems, standings } from "../supplier/words.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { StillMissing } from "./still-missing.tsx";

/** One supplier beside the list: what it says about itself, where it stands, and the decisions. */
export function SupplierPane({ orgId, isFollowed }: { readonly orgId: string; readonly isFollowed: boolean }) {
  const supplier = useRead(getSupplier, { params: { orgId } });
  const heading = useRef<HTMLHeadingElement>(null);
  const { data } = supplier;
  const shown = data?.orgId;
  useEffect(() => {
    if (isFollowed && shown !== undefined) heading.current?.focus();
  }, [isFollowed, shown]);
  if (supplier.error && !data)
    return <ErrorPanel error={supplier.error} title="The supplier could not be read" onRetry={() => void supplier.refetch()} />;
  if (!data)
    return (
      <Loading label="Loading the supplier" className="flex flex-col gap-5 rounded-panel border border-line bg-surface p-5">
        <Skeleton className="h-7 w-1/2" />
        <SkeletonText lines={8} />
      </Loading>
    );
  return (
    <article aria-labelledby="supplier-title" className="min-w-0 rounded-panel border border-line bg-surface">
      <header className="flex flex-col gap-3 border-b border-line px-4 py-3 sm:px-5">
        <h2 id="supplier-title" ref={heading} tabIndex={-1} className="scroll-mt-20 text-lead font-semibold">
          {data.application.companyName || "No company name"}
        </h2>
        <Decisions key={data.orgId} supplier={data} />
      </header>
      <div className="px-4 py-4 sm:px-5">
        <Standing supplier={data} />
      </div>
    </article>
  );
}

function Standing({ supplier }: { readonly supplier: SupplierView }) {
  const { name, tone } = standings[supplier.verification];
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Status tone={tone}>{name}</Status>
        {supplier.submittedAt ? (
          <span className="text-small text-ink-3">
            handed in <TimeAt at={supplier.submittedAt} />
          </span>
        ) : null}
      </div>
      {supplier.reasons ? (
        <Note tone="late">
          <p className="font-semibold">The reason that was given</p>
          <p className="whitespace-pre-line">{supplier.reasons}</p>
        </Note>
      ) : null}
      <StillMissing items={missingItems(supplier.missing)} />
      <CompanyFacts company={supplier.application} />
      <section aria-labelledby="supplier-papers">
        <h3 id="supplier-papers" className="mb-2 font-semibold">
          Papers and photos
        </h3>
        <PaperList
          papers={supplier.papers}
          empty="None sent."
          open={async (uploadId) => (await call(openPaper, { params: { orgId: supplier.orgId, uploadId } })).url}
        />
      </section>
      <BankReveal key={supplier.orgId} orgId={supplier.orgId} />
    </div>
  );
}

const decisions = ["verify", "reject", "suspend", "restore"] as const;
type Decision = (typeof decisions)[number];
type Asking = "reject" | "suspend";

const asks = {
  reject: {
    title: "Turn the application down",
    consequence: "The company reads your reasons, can mend what is named and hand it in again.",
    action: "Turn it down",
    hint: "One reason a line; it is sent by mail.",
  },
  suspend: {
    title: "Suspend the supplier",
    consequence:
      "Its listings leave the catalogue, its people are signed out, and it can take no new order until you restore it. Orders at work go on.",
    action: "Suspend",
    hint: "The company reads it in a mail.",
  },
} as const;

/** What can be decided about a supplier where it stands now. */
function Decisions({ supplier }: { readonly supplier: SupplierView }) {
  const { orgId, verification } = supplier;
  const refresh = [getSupplier, listSuppliers, getOrganisationPeople];
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const params = { orgId };
  const verify = useCommand(verifySupplier, { refresh });
  const restore = useCommand(restoreSupplier, { refresh });
  const reject = useCommand(rejectSupplier, { refresh });
  const suspend = useCommand(suspendSupplier, { refresh });
  const can = (step: Decision) => process.can(verification, step);
  const decide = { reject: reject.mutateAsync, suspend: suspend.mutateAsync };
  if (!decisions.some(can)) return <p className="text-ink-2">Nothing to decide until it is handed in.</p>;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {can("verify") ? (
          <Button variant="primary" busy={verify.isPending} onClick={() => verify.mutate({ params })}>
            Verify
          </Button>
        ) : null}
        {can("restore") ? (
          <Button variant="primary" busy={restore.isPending} onClick={() => restore.mutate({ params })}>
            Restore
          </Button>
        ) : null}
        {can("reject") ? <Button onClick={() => setAsking("reject")}>Turn down</Button> : null}
        {can("suspend") ? <Button onClick={() => setAsking("suspend")}>Suspend</Button> : null}
      </div>
      <FormError error={verify.error ?? restore.error} />
      <ReasonDialog
        key={asking}
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        {...asks[asking ?? "reject"]}
        onConfirm={(reason) => decide[asking ?? "reject"]({ params, body: { reason } })}
      />
    </>
  );
}
