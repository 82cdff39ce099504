import { getMyBankDetails } from "@sleekapp/contracts/bank";
import { getOrganisation } from "@sleekapp/contracts/identity";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { BankPanel } from "../bank/bank-panel.tsx";
import { OrganisationPanel } from "./organisation-panel.tsx";

type CompanyPanelProps = { readonly mayEdit: boolean; readonly isSupplier: boolean };

/** The organisation, and where it is paid if it is a supplier's. */
export function CompanyPanel({ mayEdit, isSupplier }: CompanyPanelProps) {
  const org = useRead(getOrganisation, {});
  const bank = useRead(getMyBankDetails, {}, { enabled: isSupplier });
  const failed = [org, bank].filter((read) => read.error && !read.data);
  if (failed.length > 0) {
    const retry = () => failed.forEach((read) => void read.refetch());
    return <ErrorPanel error={failed[0]?.error} title="The organisation could not be read" onRetry={retry} />;
  }
  if (!org.data || (isSupplier && !bank.data)) {
    return (
      <Loading label="Loading the organisation">
        <SkeletonText lines={4} />
      </Loading>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <OrganisationPanel org={org.data} mayEdit={mayEdit} onReread={() => void org.refetch()} />
      {bank.data ? <BankPanel bank={bank.data} mayEdit={mayEdit} onReread={() => void bank.refetch()} /> : null}
    </div>
  );
}
