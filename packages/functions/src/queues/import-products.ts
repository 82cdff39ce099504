import { s3Blob } from "@sleekapp/core/adapters/aws/s3";
import { remotePictures } from "@sleekapp/core/adapters/remote-picture";
import { Blob } from "@sleekapp/core/ports/blob";
import { PictureSource } from "@sleekapp/core/ports/picture-source";
import * as Import from "@sleekapp/core/product-import";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

Blob.provide(s3Blob());
PictureSource.provide(remotePictures());

/** Makes the products of a file that was handed in. */
export const handler = consumer("import-products", async (body) => {
  const { jobId } = Import.Started.schema.parse(EventMessage.parse(body).data);
  return Import.run({ jobId });
});
