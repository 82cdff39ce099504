import * as z from "zod";

/** Everything a Lambda may be told by its environment; each has only what it needs, so each value is read when used. */
const Environment = {
  STAGE: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  PRIVATE_BUCKET: z.string().min(1),
  MEDIA_BUCKET: z.string().min(1),
  AUDIT_BUCKET: z.string().min(1),
  WEB_ORIGIN: z.url(),
  MAIL_FROM: z.string().min(3),
  SECRETS_PATH: z.string().startsWith("/").endsWith("/"),
  USER_POOL_ID: z.string().min(1),
  USER_POOL_CLIENT_ID: z.string().min(1),
  MODEL_ID: z.string().min(1),
  /** The model that draws pictures. */
  IMAGE_MODEL_ID: z.string().min(1),
  /** `id:version` of the guardrail that looks at what models are asked and answer; `none` where the stage has none. */
  MODEL_GUARDRAIL: z.string().regex(/^(?:none|[a-z0-9]+:(?:\d{1,8}|DRAFT))$/),
  /** What the stage may spend on models in a day (UTC), in millionths of a US dollar. */
  MODEL_DAY_MICROS: z.string().regex(/^\d{1,12}$/),
  STRIPE_API_URL: z.url(),
  PASSWORD_RANGE_URL: z.url(),
  RATES_URL: z.url(),
  RUN_TASK_QUEUE_URL: z.url(),
  ISSUE_INVOICE_QUEUE_URL: z.url(),
  RENDER_INVOICE_QUEUE_URL: z.url(),
  APPLY_PAYMENT_QUEUE_URL: z.url(),
  SEND_MAIL_QUEUE_URL: z.url(),
  INDEX_PRODUCT_QUEUE_URL: z.url(),
  IMPORT_PRODUCTS_QUEUE_URL: z.url(),
  FULFIL_PRIVACY_QUEUE_URL: z.url(),
  FOLLOW_STANDING_QUEUE_URL: z.url(),
  COUNT_INTEREST_QUEUE_URL: z.url(),
  ALERT_SEARCH_QUEUE_URL: z.url(),
} as const;

export type ConfigKey = keyof typeof Environment;

const read = new Map<ConfigKey, string>();

/** One value of the environment, checked at its first use; throws an error that names the variable. */
export function config(key: ConfigKey): string {
  const known = read.get(key);
  if (known !== undefined) return known;
  const parsed = Environment[key].safeParse(process.env[key]);
  if (!parsed.success) throw new Error(`environment variable ${key} is missing or malformed`);
  read.set(key, parsed.data);
  return parsed.data;
}
