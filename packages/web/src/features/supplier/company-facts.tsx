import { familyNames, techniqueNames } from "@sleekapp/core/garment/model";
import type { Draft } from "@sleekapp/core/supplier/model";
import { countryName } from "../../lib/countries.ts";
import { formatCount } from "../../lib/money.ts";
import { DateOn, type Fact, Facts } from "../../ui/value.tsx";

const count = (value: number | undefined, unit: string): string | undefined => (value ? `${formatCount(value)} ${unit}` : undefined);
const list = (values: readonly string[] | undefined): string | undefined => (values?.length ? values.join(", ") : undefined);

const place = ({ address, city, country }: Draft): string | undefined =>
  [address, city, country ? countryName(country) : undefined].filter(Boolean).join(", ") || undefined;

/** What a company says about itself, to be read; what it left out is not shown. */
export function CompanyFacts({ company }: { readonly company: Draft }) {
  const facts: readonly { readonly label: string; readonly value: string | undefined }[] = [
    { label: "Address", value: place(company) },
    { label: "Contact", value: [company.contactName, company.phone].filter(Boolean).join(", ") || undefined },
    { label: "Founded", value: company.yearEstablished ? String(company.yearEstablished) : undefined },
    { label: "Makes", value: list(company.families?.map((family) => familyNames[family])) },
    { label: "Techniques", value: list(company.techniques?.map((technique) => techniqueNames[technique])) },
    { label: "Smallest run", value: count(company.moq, "pieces") },
    { label: "Lead time", value: count(company.leadDays, "days") },
    { label: "Capacity", value: count(company.weeklyCapacity, "pieces a week") },
  ];
  return (
    <div className="flex flex-col gap-5">
      {company.about ? <p className="measure whitespace-pre-line">{company.about}</p> : null}
      <Facts facts={facts.filter((fact): fact is Fact & { readonly value: string } => fact.value !== undefined)} />
      <Certificates company={company} />
    </div>
  );
}

const isDate = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/u.test(text ?? "");

function Certificates({ company }: { readonly company: Draft }) {
  const certificates = company.certificates ?? [];
  return (
    <div>
      <h3 className="mb-2 font-semibold">Certificates</h3>
      {certificates.length === 0 ? <p className="text-ink-2">None given.</p> : null}
      <ul className="flex flex-col divide-y divide-line">
        {certificates.map((one, index) => (
          <li key={index} className="py-2">
            <span className="font-medium">{one.name}</span> by {one.issuer}
            <span className="block text-small text-ink-3">
              {one.number}
              {isDate(one.expiresOn) ? (
                <>
                  , valid until <DateOn on={one.expiresOn} />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
