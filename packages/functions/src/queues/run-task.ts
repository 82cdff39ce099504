import { bedrockModel } from "@sleekapp/core/adapters/aws/bedrock";
import { bedrockImageModel } from "@sleekapp/core/adapters/aws/bedrock-image";
import { s3Blob } from "@sleekapp/core/adapters/aws/s3";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import * as Account from "@sleekapp/core/account";
import { Blob } from "@sleekapp/core/ports/blob";
import { ImageModel } from "@sleekapp/core/ports/image-model";
import * as Market from "@sleekapp/core/market";
import { writeWords } from "@sleekapp/core/market/write-words";
import { Model } from "@sleekapp/core/ports/model";
import { Secrets } from "@sleekapp/core/ports/secrets";
import * as Quote from "@sleekapp/core/quote";
import { comment } from "@sleekapp/core/quote/comment";
import * as Product from "@sleekapp/core/product";
import { writeCopy } from "@sleekapp/core/product/write-copy";
import { commit } from "@sleekapp/core/table/commit";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { logger } from "../http/log.ts";
import { doJob } from "./ai-jobs.ts";
import { comeBackLater } from "./come-back.ts";
import { consumer } from "./consume.ts";

Secrets.provide(ssmSecrets(["code-pepper"]));
Model.provide(bedrockModel());
ImageModel.provide(bedrockImageModel());
Blob.provide(s3Blob());

/** A confirmed person gets what they did as a guest under the same, proven address. */
async function claimGuestWork(event: EventMessage): Promise<unknown> {
  const { userId, orgId } = Account.Opened.schema.parse(event.data);
  const claimed = await Quote.claimFor(userId, orgId);
  return commit({ about: userId, writes: [], events: [], reply: { claimed } });
}

/** A price gets its commentary, written by the model or, when it cannot, by rule. */
async function writeCommentary(event: EventMessage): Promise<unknown> {
  const { quoteId, revision } = Quote.Commentable.parse(event.data);
  const said = await comment({ quoteId, revision, key: event.eventId });
  logger.info("ai", { task: "quote-analysis", about: quoteId, ...said });
  return said;
}

/** A listing gets words suggested, by the model or by rule; its supplier takes them or not. */
async function suggestWords(event: EventMessage): Promise<unknown> {
  const { productId, askId } = Product.CopyAsked.schema.parse(event.data);
  const said = await writeCopy({ productId, askId, key: event.eventId });
  logger.info("ai", { task: "product-copy", about: productId, ...said });
  return said;
}

/** The figures of a garment get words, by the model or by rule. */
async function describeMarket(event: EventMessage): Promise<unknown> {
  const { garmentType } = Market.WordsAsked.schema.parse(event.data);
  const said = await writeWords({ garmentType, key: event.eventId });
  logger.info("ai", { task: "market-research", about: garmentType, ...said });
  return said;
}

/** Work that may take its time: handing guests their quotes, and whatever a model is asked. A model that has no room is asked again after a while. */
export const handler = consumer(
  "run-task",
  async (body, turn) => {
    const event = EventMessage.parse(body);
    if (event.type === "ai_job.asked") return doJob(event, turn);
    if (event.type === "quote.priced" || event.type === "quote.revised") return writeCommentary(event);
    if (event.type === "product.copy_asked") return suggestWords(event);
    if (event.type === "market.words_asked") return describeMarket(event);
    return event.type === "account.opened" ? claimGuestWork(event) : undefined;
  },
  comeBackLater,
);
