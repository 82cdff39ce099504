import type { BankView } from "@sleekapp/core/bank/model";
import { countryName } from "../../lib/countries.ts";
import { Facts } from "../../ui/value.tsx";

/** An account and its bank, as much of it as the reader was told. */
export const BankFacts = ({ details }: { readonly details: NonNullable<BankView["details"]> }) => (
  <Facts
    facts={[
      { label: "Account holder", value: details.holder },
      { label: "Account", value: <span className="tnum break-all">{details.account}</span> },
      { label: "BIC", value: details.bic },
      { label: "Bank", value: `${details.bankName}, ${countryName(details.country)}` },
    ]}
  />
);
