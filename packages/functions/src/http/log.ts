import { Logger } from "@aws-lambda-powertools/logger";
import { clock } from "@sleekapp/core/ports/clock";
import { redact } from "./redact.ts";

/** One logger a container; everything that is logged passes the redaction first. */
const powertools = new Logger({ serviceName: "sleekapp" });

type Fields = Readonly<Record<string, unknown>>;

type Metric = { readonly directive: object; readonly figures: Readonly<Record<string, string | number>> };

export const logger = {
  info: (message: string, fields: Fields = {}): void => powertools.info(message, { data: redact(fields) }),
  warn: (message: string, fields: Fields = {}): void => powertools.warn(message, { data: redact(fields) }),
  error: (message: string, fields: Fields = {}): void => powertools.error(message, { data: redact(fields) }),
  /** An error line that CloudWatch reads as figures too; figures and their dimensions stand at its top, as the embedded metric format asks. */
  metric: (message: string, fields: Fields, { directive, figures }: Metric): void =>
    powertools.error(message, {
      data: redact(fields),
      ...figures,
      _aws: { Timestamp: clock.now().getTime(), CloudWatchMetrics: [directive] },
    }),
} as const;
