import * as Account from "@sleekapp/core/account";
import { s3Links } from "@sleekapp/core/adapters/aws/s3-links";
import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Links } from "@sleekapp/core/ports/blob";
import { Queue } from "@sleekapp/core/ports/queue";
import { Secrets } from "@sleekapp/core/ports/secrets";
import * as Proof from "@sleekapp/core/proof";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { exchange } from "../routes/exchange.ts";
import { inquiry } from "../routes/inquiry.ts";
import { price } from "../routes/price.ts";
import { lead } from "../routes/lead.ts";
import { quote } from "../routes/quote.ts";
import { quoteFile } from "../routes/quote-file.ts";
import { quoteReview } from "../routes/quote-review.ts";
import { rfq } from "../routes/rfq.ts";
import { spending } from "../routes/spending.ts";

Secrets.provide(ssmSecrets(["edge-secret", "code-pepper", "proof-key", "field-keys"]));
Links.provide(s3Links());
Queue.provide(sqsQueue());
Links.provide(s3Links());

export const handler = handle(
  createApp([...quote, ...quoteFile, ...quoteReview, ...price, ...exchange, ...rfq, ...spending, ...lead, ...inquiry], {
    standing: Account.standing,
    guest: (proof) => Proof.guestFrom(proof, "quote"),
  }),
);
