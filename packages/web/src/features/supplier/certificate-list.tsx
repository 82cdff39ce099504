import { Status } from "../../ui/status.tsx";
import { DateOn } from "../../ui/value.tsx";

type Shown = {
  readonly name?: string | undefined;
  readonly issuer?: string | undefined;
  readonly number?: string | undefined;
  readonly expiresOn?: string | undefined;
  readonly isExpired: boolean;
};

const isDate = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/u.test(text ?? "");

/** Certificates with who issued them and until when they are good; one whose last day has passed says so. */
export const CertificateList = ({ certificates }: { readonly certificates: readonly Shown[] }) => (
  <ul className="flex flex-col divide-y divide-line">
    {certificates.map((one, index) => (
      <li key={index} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2">
        <span className="min-w-0">
          <span className="font-medium">{one.name}</span> by {one.issuer}
          <span className="block text-small text-ink-3">
            {one.number}
            {isDate(one.expiresOn) ? (
              <>
                {one.isExpired ? ", was valid until " : ", valid until "}
                <DateOn on={one.expiresOn} />
              </>
            ) : null}
          </span>
        </span>
        {one.isExpired ? <Status tone="late">Expired</Status> : null}
      </li>
    ))}
  </ul>
);
