import type { BankView } from "@sleekapp/core/bank/model";
import { Panel } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { BankFacts } from "./bank-facts.tsx";
import { BankForm } from "./bank-form.tsx";

type BankPanelProps = { readonly bank: BankView; readonly mayEdit: boolean; readonly onReread: () => void };

/** Where the supplier is paid: its owner says so, the rest of the office reads it. */
export const BankPanel = ({ bank, mayEdit, onReread }: BankPanelProps) => (
  <Panel title="Bank details">
    <div className="flex flex-col gap-6">
      {bank.details ? <BankFacts details={bank.details} /> : <p className="text-ink-2">Not given yet: you are paid by transfer once they are.</p>}
      {bank.savedAt ? (
        <p className="text-small text-ink-3">
          Saved <TimeAt at={bank.savedAt} />
        </p>
      ) : null}
      {mayEdit ? <BankForm key={bank.version} bank={bank} onReread={onReread} /> : null}
    </div>
  </Panel>
);
