import type { App } from "sst/constructs";

/**
 * Names chosen here, not by CloudFormation, so that a policy, the edge and its headers can name the table or a bucket
 * without a cycle between stacks.
 */
export function namesOf(app: Pick<App, "name" | "stage" | "account" | "region">) {
  const prefix = `${app.stage}-${app.name}`;
  const table = `${prefix}-main`;
  return {
    table,
    tableArn: `arn:aws:dynamodb:${app.region}:${app.account}:table/${table}`,
    buckets: {
      web: `${prefix}-web-${app.account}`,
      media: `${prefix}-media-${app.account}`,
      private: `${prefix}-private-${app.account}`,
      logs: `${prefix}-logs-${app.account}`,
      audit: `${prefix}-audit-${app.account}`,
    },
  } as const;
}
/** `send-mail` → `SendMail`, for construct ids. */
export const pascal = (name: string): string => name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

export type BucketName = keyof ReturnType<typeof namesOf>["buckets"];
