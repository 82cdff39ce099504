import type { App } from "sst/constructs";

/**
 * Values under the stage's path that CloudFormation reads while deploying, so they are plain `String` parameters that
 * exist before. `edge-secret` is among them because CloudFront's configuration shows it anyway; the other secrets
 * (`secretNames` in packages/core/src/ports/secrets.ts) are `SecureString` and CloudFormation never sees them.
 */
export const deployParameters = ["edge-secret", "stripe-publishable-key", "certificate-arn"] as const;

/** SSM prefix of a stage, with the slash at its end. */
export const secretsPath = (app: Pick<App, "stage">): string => `/sleekapp/${app.stage}/`;

/** Full name of a value CloudFormation reads. */
export const deployParameter = (app: Pick<App, "stage">, name: (typeof deployParameters)[number]): string => `${secretsPath(app)}${name}`;
