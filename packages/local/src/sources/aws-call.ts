import http from "node:http";
import { wasStale } from "../stand-ins/wire.ts";

/** One call of an AWS JSON protocol; throws an Error named after the exception, with AWS's message. */
export type AwsCall = (operation: string, input: Record<string, unknown>, signal?: AbortSignal) => Promise<Readonly<Record<string, unknown>>>;

const targets = {
  dynamodb: ["DynamoDB_20120810", "dynamodb"],
  streams: ["DynamoDBStreams_20120810", "dynamodb"],
  sqs: ["AmazonSQS", "sqs"],
} as const;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function parse(body: string): Record<string, unknown> {
  const parsed: unknown = body === "" ? {} : JSON.parse(body);
  return isRecord(parsed) ? parsed : {};
}

/** Calls a service of the stage itself; the wire's own JSON is what Lambda events are made of, so no SDK stands between. */
export function createAwsCall(endpoint: string, service: keyof typeof targets, authorization?: string): AwsCall {
  const [prefix, scope] = targets[service];
  const agent = new http.Agent({ keepAlive: true });
  const call: AwsCall = (operation, input, signal) => {
    const body = JSON.stringify(input);
    const { promise, resolve, reject } = Promise.withResolvers<Readonly<Record<string, unknown>>>();
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "content-length": Buffer.byteLength(body),
      "x-amz-target": `${prefix}.${operation}`,
      // The engines want to see a signature and do not check it.
      authorization: authorization ?? `AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/${scope}/aws4_request, SignedHeaders=host, Signature=0`,
    };
    const request = http.request(endpoint, { method: "POST", agent, headers, ...(signal ? { signal } : {}) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const answer = parse(Buffer.concat(chunks).toString("utf8"));
        if (response.statusCode === 200) return resolve(answer);
        const name =
          String(answer["__type"] ?? "ServiceError")
            .split("#")
            .at(-1) ?? "";
        reject(Object.assign(new Error(`${operation}: ${String(answer["message"] ?? answer["Message"] ?? response.statusCode)}`), { name }));
      });
    });
    request.on("error", (error) => (wasStale(request, error) ? resolve(call(operation, input, signal)) : reject(error)));
    request.end(body);
    return promise;
  };
  return call;
}
