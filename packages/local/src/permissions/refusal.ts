import { randomUUID } from "node:crypto";
import { escapeMarkup } from "../stand-ins/wire.ts";

/** Why a call is refused: nobody has this key, or its holder may not do this. */
export type Denial = { readonly kind: "unknown-key" | "denied"; readonly message: string };

/** AWS service ids, as `AWS_ENDPOINT_URL_*` names them, of the services that let functions in by permission. */
export type GuardedService = "DYNAMODB" | "SQS" | "SSM" | "SES" | "BEDROCK_RUNTIME" | "COGNITO_IDENTITY_PROVIDER";

export type Refused = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

type Protocol = (denial: Denial) => Refused;

const exceptions = { denied: "AccessDeniedException", "unknown-key": "UnrecognizedClientException" } as const;

const json =
  (version: "1.0" | "1.1", namespace = ""): Protocol =>
  ({ kind, message }) => ({
    status: 400,
    headers: { "content-type": `application/x-amz-json-${version}`, "x-amzn-requestid": randomUUID() },
    body: JSON.stringify({ __type: `${namespace}${exceptions[kind]}`, Message: message }),
  });

const rest: Protocol = ({ kind, message }) => ({
  status: 403,
  headers: { "content-type": "application/json", "x-amzn-errortype": exceptions[kind], "x-amzn-requestid": randomUUID() },
  body: JSON.stringify({ Message: message }),
});

const query: Protocol = ({ kind, message }) => {
  const code = kind === "denied" ? "AccessDenied" : "InvalidClientTokenId";
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeMarkup(message)}</Message></Error>`;
  return {
    status: 403,
    headers: { "content-type": "text/xml" },
    body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${error}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  };
};

const protocols: Readonly<Record<GuardedService, Protocol>> = {
  DYNAMODB: json("1.0", "com.amazon.coral.service#"),
  SQS: json("1.0", "com.amazon.coral.service#"),
  SSM: json("1.1"),
  COGNITO_IDENTITY_PROVIDER: json("1.1"),
  BEDROCK_RUNTIME: rest,
  SES: query,
};

/** AWS's own answer, in the protocol of the service, to a call that is not allowed. S3's stands with its guard. */
export const refusalOf = (service: GuardedService, denial: Denial): Refused => protocols[service](denial);
