import { Logger } from "@aws-lambda-powertools/logger";
import { redact } from "./redact.ts";

/** One logger a container; everything that is logged passes the redaction first. */
const powertools = new Logger({ serviceName: "sleekapp" });

type Fields = Readonly<Record<string, unknown>>;

export const logger = {
  info: (message: string, fields: Fields = {}): void => powertools.info(message, { data: redact(fields) }),
  warn: (message: string, fields: Fields = {}): void => powertools.warn(message, { data: redact(fields) }),
  error: (message: string, fields: Fields = {}): void => powertools.error(message, { data: redact(fields) }),
} as const;
