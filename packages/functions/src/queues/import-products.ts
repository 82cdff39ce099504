import { s3Blob } from "@sleekapp/core/adapters/aws/s3";
import { s3LargeFile } from "@sleekapp/core/adapters/aws/s3-large-file";
import { remotePictures } from "@sleekapp/core/adapters/remote-picture";
import { config } from "@sleekapp/core/config";
import { isKind } from "@sleekapp/core/kernel/error";
import { Blob } from "@sleekapp/core/ports/blob";
import { LargeFile } from "@sleekapp/core/ports/large-file";
import { PictureSource } from "@sleekapp/core/ports/picture-source";
import * as Import from "@sleekapp/core/product-import";
import * as Export from "@sleekapp/core/product-import/export";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer, type Turn } from "./consume.ts";

Blob.provide(s3Blob());
LargeFile.provide(s3LargeFile());
PictureSource.provide(remotePictures());

/** Does the work; when its last try fails, people are told before the message goes to the dead letters. */
async function orFail(work: () => Promise<unknown>, fail: () => Promise<unknown>, { isLast }: Turn): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (isLast && !isKind(error, "conflict")) await fail();
    throw error;
  }
}

/** Makes and changes listings as a file says, a slice for each message, and writes files of listings. */
export const handler = consumer("import-products", async (body, turn) => {
  const { type, data } = EventMessage.parse(body);
  if (type === Export.ExportAsked.type) {
    const { jobId } = Export.ExportAsked.schema.parse(data);
    return orFail(
      () => Export.write({ jobId, origin: config("WEB_ORIGIN") }),
      () => Export.fail({ jobId }),
      turn,
    );
  }
  const { jobId, attempt, next } =
    type === Import.Advanced.type ? Import.Advanced.schema.parse(data) : { ...Import.Started.schema.parse(data), next: undefined };
  const part = { jobId, attempt, ...(next === undefined ? {} : { next }) };
  return orFail(
    () => Import.run(part),
    () => Import.fail(part),
    turn,
  );
});
