import { getMe, getMySupplier, withdrawMySupplier } from "@sleekapp/contracts/identity";
import type { SupplierView } from "@sleekapp/core/supplier/view";
import { type ReactNode, useState } from "react";
import { PositionPanel } from "../../features/market/position-panel.tsx";
import { ApplicationForm } from "../../features/supplier/application-form.tsx";
import { CompanyFacts } from "../../features/supplier/company-facts.tsx";
import { FiguresPanels } from "../../features/supplier/figures-panels.tsx";
import { standings } from "../../features/supplier/words.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Note } from "../../ui/feedback.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { TimeAt } from "../../ui/value.tsx";

/** A supplier's company: the application until it is answered, then the profile, with where it stands. */
export function Page() {
  const supplier = useRead(getMySupplier, {}, { every: 30_000 });
  const [round, setRound] = useState(0);
  if (supplier.error && !supplier.data) return <PageError error={supplier.error} onRetry={() => void supplier.refetch()} />;
  if (!supplier.data) return <PageSkeleton />;
  const { data } = supplier;
  const reload = async () => {
    sessionStorage.removeItem(`sleekapp.unsaved.supplier.${data.orgId}`);
    await supplier.refetch();
    setRound(round + 1);
  };
  const isOpen = data.verification !== "pending" && data.verification !== "suspended";
  const { name, tone } = standings[data.verification];
  return (
    <>
      <PageHeader title="Company" status={<Status tone={tone}>{name}</Status>} action={<Next supplier={data} />}>
        <Intro supplier={data} />
      </PageHeader>
      <Reasons supplier={data} />
      {data.verification === "verified" || data.verification === "suspended" ? (
        <div className="mb-6 flex flex-col gap-6">
          <FiguresPanels where="company" />
          <PositionPanel />
        </div>
      ) : null}
      {isOpen ? (
        <ApplicationForm key={`${data.verification}:${round}`} supplier={data} onReload={() => void reload()} />
      ) : (
        <Panel title={data.application.companyName || "Your application"}>
          <CompanyFacts company={data.application} />
        </Panel>
      )}
    </>
  );
}

const intros: Readonly<Record<SupplierView["verification"], string>> = {
  draft:
    "Tell us what you make and how much. Everything is saved as you write, so you can go on from another device. When it is complete, hand it in: we read it and write back.",
  pending: "We are reading your application and write to you when it is decided. To correct something, take it back first.",
  verified: "You can list products, and orders can be offered to you. Changes here are saved as you make them.",
  rejected: "Mend what is named below and hand it in again.",
  suspended: "While you are suspended nothing is offered to you and no product can be handed in. Orders you are working on go on.",
};

const Intro = ({ supplier }: { readonly supplier: SupplierView }) => (
  <p>
    {intros[supplier.verification]}
    {supplier.verification === "pending" && supplier.submittedAt ? (
      <>
        {" "}
        Handed in <TimeAt at={supplier.submittedAt} />.
      </>
    ) : null}
  </p>
);

function Reasons({ supplier }: { readonly supplier: SupplierView }): ReactNode {
  if (!supplier.reasons || (supplier.verification !== "rejected" && supplier.verification !== "suspended")) return null;
  return (
    <div className="mb-6">
      <Note tone="late">
        <p className="font-semibold">{supplier.verification === "rejected" ? "Why it was turned down" : "Why you are suspended"}</p>
        <p className="mt-1 whitespace-pre-line">{supplier.reasons}</p>
      </Note>
    </div>
  );
}

function Next({ supplier }: { readonly supplier: SupplierView }): ReactNode {
  if (supplier.verification === "verified")
    return (
      <>
        {supplier.slug ? <ButtonLink to={`/suppliers/${supplier.slug}`}>Public page</ButtonLink> : null}
        <ButtonLink to="/app/products" variant="primary">
          Your products
        </ButtonLink>
      </>
    );
  return supplier.verification === "pending" ? <TakeBack /> : null;
}

function TakeBack() {
  const withdraw = useCommand(withdrawMySupplier, { refresh: [getMySupplier, getMe] });
  return (
    <div className="flex flex-col items-end gap-3">
      <Button busy={withdraw.isPending} onClick={() => withdraw.mutate({})}>
        Take it back
      </Button>
      <FormError error={withdraw.error} />
    </div>
  );
}
