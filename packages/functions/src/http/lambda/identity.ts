import * as Account from "@sleekapp/core/account";
import { cognitoDirectory } from "@sleekapp/core/adapters/aws/cognito";
import { s3Blob } from "@sleekapp/core/adapters/aws/s3";
import { s3Links } from "@sleekapp/core/adapters/aws/s3-links";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { config } from "@sleekapp/core/config";
import { rangeService } from "@sleekapp/core/adapters/password-range";
import { Blob, Links } from "@sleekapp/core/ports/blob";
import { Directory } from "@sleekapp/core/ports/directory";
import { LeakedPasswords } from "@sleekapp/core/ports/leaked-passwords";
import { Secrets } from "@sleekapp/core/ports/secrets";
import * as Proof from "@sleekapp/core/proof";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { logger } from "../log.ts";
import { identity } from "../routes/identity.ts";

Secrets.provide(ssmSecrets(["edge-secret", "proof-key", "code-pepper", "field-keys"]));
Directory.provide(cognitoDirectory(() => config("USER_POOL_ID")));
Blob.provide(s3Blob());
Links.provide(s3Links());
LeakedPasswords.provide(
  rangeService({ url: () => config("PASSWORD_RANGE_URL"), onFailure: (cause) => logger.warn("password", { op: "range", isChecked: false, cause }) }),
);

export const handler = handle(createApp(identity, { standing: Account.standing, guest: (proof) => Proof.guestFrom(proof, "second_factor") }));
