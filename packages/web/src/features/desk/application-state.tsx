import type { Verification } from "@sleekapp/core/supplier/model";
import type { SupplierView } from "@sleekapp/core/supplier/view";
import { Link } from "../../ui/button.tsx";
import { Note } from "../../ui/feedback.tsx";
import { TimeAt } from "../../ui/value.tsx";

/** Whether a supplier has been let in; a suspended one keeps the orders it has. */
export const isAdmitted = (verification: Verification): boolean => verification === "verified" || verification === "suspended";

/** Where the application stands, as long as that is worth saying. */
export function ApplicationState({ supplier: { verification, submittedAt, reasons } }: { readonly supplier: SupplierView }) {
  if (verification === "pending") {
    return (
      <Note tone="waiting">
        <p className="font-medium">Your application is being read</p>
        <p className="mt-1 text-ink-2">
          {submittedAt ? (
            <>
              Handed in <TimeAt at={submittedAt} />.{" "}
            </>
          ) : null}
          The answer comes by mail; until then you can prepare your listings. Orders are offered to verified suppliers only.
        </p>
        <p className="mt-2">
          <Link to="/app/supplier">Read what you handed in</Link>
        </p>
      </Note>
    );
  }
  if (verification === "suspended") {
    return (
      <Note tone="late">
        <p className="font-medium">Your account is suspended</p>
        {reasons ? <p className="mt-1 whitespace-pre-line text-ink-2">{reasons}</p> : null}
        <p className="mt-1 text-ink-2">Nothing new is offered to you. Orders you have taken go on.</p>
      </Note>
    );
  }
  return verification === "verified" ? null : (
    <Note>
      <p className="font-medium">You are not verified yet</p>
      <p className="mt-1 text-ink-2">
        Once your application is handed in and accepted, your listings can be public and orders can be offered to you.
      </p>
    </Note>
  );
}
