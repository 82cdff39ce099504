import { clsx } from "clsx";
import { type ReactNode, useState } from "react";
import { Link } from "../../ui/button.tsx";
import { type Operation, schemaIn } from "./document.ts";
import { type FieldRow, fieldsOf, kindOf } from "./schema.ts";

const tones: Readonly<Record<string, string>> = {
  get: "bg-sky-soft text-sky",
  post: "bg-indigo-soft text-indigo",
  put: "bg-turmeric-soft text-turmeric",
  patch: "bg-turmeric-soft text-turmeric",
  delete: "bg-madder-soft text-madder",
};

const Method = ({ name }: { readonly name: string }) => (
  <span className={clsx("w-16 shrink-0 rounded-control py-0.5 text-center text-small font-semibold uppercase", tones[name])}>{name}</span>
);

/** A path that may break before each part of it. */
const Path = ({ path }: { readonly path: string }) => (
  <span className="min-w-0 font-medium break-words">
    {path.split(/(?=\/)/u).map((part, index) => (
      <span key={index}>
        {index > 0 ? <wbr /> : null}
        {part}
      </span>
    ))}
  </span>
);

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="mt-5">
    <h4 className="mb-1.5 text-small font-semibold text-ink-2">{title}</h4>
    {children}
  </section>
);

const heads = "border-b border-control py-1.5 pr-4 text-left font-medium text-ink-2";
const cells = "border-b border-line py-1.5 pr-4 align-top";

/** Fields of a request or an answer: name, what it holds, whether it has to be there. */
function Fields({ label, rows, isAnswer = false }: { readonly label: string; readonly rows: readonly FieldRow[]; readonly isAnswer?: boolean }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
      <table className="tnum w-full text-small">
        <thead>
          <tr>
            <th scope="col" className={heads}>
              Field
            </th>
            <th scope="col" className={heads}>
              Holds
            </th>
            <th scope="col" className={heads}>
              {isAnswer ? "Present" : "Needed"}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" className={clsx(cells, "min-w-28 text-left font-medium wrap-anywhere")}>
                {row.name === "" ? "the body" : row.name}
              </th>
              <td className={clsx(cells, "text-ink-2")}>{row.kind}</td>
              <td className={clsx(cells, "text-ink-2")}>{row.isRequired ? (isAnswer ? "always" : "yes") : isAnswer ? "sometimes" : "no"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const places = { path: "in the path", query: "in the query", header: "header" } as const;

function Parameters({ operation }: { readonly operation: Operation }) {
  const rows = operation.parameters.map(({ name, in: place, required, description, schema }) => ({
    name,
    kind: `${description ?? kindOf(schema)}, ${places[place]}`,
    isRequired: required,
  }));
  return rows.length === 0 ? null : (
    <Part title="Parameters">
      <Fields label={`Parameters of ${operation.operationId}`} rows={rows} />
    </Part>
  );
}

const isSuccess = (status: string): boolean => status.startsWith("2");

function Answers({ operation }: { readonly operation: Operation }) {
  const answers = Object.entries(operation.responses);
  const [status, success] = answers.find(([code]) => isSuccess(code)) ?? [];
  const schema = schemaIn(success);
  return (
    <>
      <Part title={`Answer ${status ?? ""}`}>
        {schema ? (
          <Fields label={`Answer of ${operation.operationId}`} rows={fieldsOf(schema)} isAnswer />
        ) : (
          <p className="text-small text-ink-2">No body.</p>
        )}
      </Part>
      <Part title="Refusals">
        <dl className="tnum grid gap-x-4 gap-y-1 text-small sm:grid-cols-[3rem_1fr]">
          {answers
            .filter(([code]) => !isSuccess(code))
            .map(([code, { description }]) => (
              <div key={code} className="contents">
                <dt className="font-medium">{code}</dt>
                <dd className="text-ink-2">{description.replaceAll("`", "")}</dd>
              </div>
            ))}
        </dl>
        <p className="mt-2 text-small">
          <Link to="/info/errors">Every code</Link>
        </p>
      </Part>
    </>
  );
}

const auths: Readonly<Record<string, string>> = {
  public: "Everybody; it only reads",
  guest: "Without an account, by the header named below",
  member: "With an access token",
  hook: "By a signature over the body",
};

type Entry = { readonly method: string; readonly path: string; readonly operation: Operation };

function Particulars({ operation }: Pick<Entry, "operation">) {
  const body = schemaIn(operation.requestBody);
  return (
    <div className="px-4 pb-5 sm:pl-[5.75rem]">
      <p className="text-small text-ink-2">
        {auths[operation["x-auth"]]}: {operation["x-who"].join(", ")}. {operation.description}
      </p>
      <Parameters operation={operation} />
      {body ? (
        <Part title="Body">
          <Fields label={`Body of ${operation.operationId}`} rows={fieldsOf(body)} />
        </Part>
      ) : null}
      <Answers operation={operation} />
    </div>
  );
}

/** One operation, closed to its method, path and sentence until somebody opens it; only then is the rest made. */
export function OperationEntry({ method, path, operation }: Entry) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li id={operation.operationId} className="scroll-mt-6 border-b border-line last:border-b-0">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3 hover:bg-sunken sm:flex-nowrap">
          <Method name={method} />
          <span className="flex min-w-0 flex-col">
            <Path path={path} />
            <span className="text-small text-ink-2">{operation.summary}</span>
          </span>
        </summary>
        {isOpen ? <Particulars operation={operation} /> : null}
      </details>
    </li>
  );
}
