import { familyNames, techniqueNames } from "@sleekapp/core/garment/model";
import type { Draft } from "@sleekapp/core/supplier/model";
import { isExpired } from "@sleekapp/core/supplier/rules";
import { countryName } from "../../lib/countries.ts";
import { formatCount } from "../../lib/money.ts";
import { CertificateList } from "./certificate-list.tsx";
import { type Fact, Facts } from "../../ui/value.tsx";

const count = (value: number | undefined, unit: string): string | undefined => (value ? `${formatCount(value)} ${unit}` : undefined);
const list = (values: readonly string[] | undefined): string | undefined => (values?.length ? values.join(", ") : undefined);

const place = ({ address, city, country }: Draft): string | undefined =>
  [address, city, country ? countryName(country) : undefined].filter(Boolean).join(", ") || undefined;

const termsOf = ({ families = [], familyTerms }: Draft) =>
  families.flatMap((family) => {
    const { moq, leadDays } = familyTerms?.[family] ?? {};
    const value = [count(moq, "pieces"), count(leadDays, "days")].filter(Boolean).join(", ");
    return value ? [{ label: familyNames[family], value }] : [];
  });

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
    ...termsOf(company),
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

function Certificates({ company }: { readonly company: Draft }) {
  const certificates = company.certificates ?? [];
  const today = new Date().toISOString().slice(0, 10);
  return (
    <div>
      <h3 className="mb-2 font-semibold">Certificates</h3>
      {certificates.length === 0 ? <p className="text-ink-2">None given.</p> : null}
      <CertificateList certificates={certificates.map((one) => ({ ...one, isExpired: isExpired(one.expiresOn ?? today, today) }))} />
    </div>
  );
}
