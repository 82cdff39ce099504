import * as catalog from "@sleekapp/contracts/catalog";
import { type Person, sendFile, until } from "@sleekapp/local/people/person";
import { createAwsCall } from "@sleekapp/local/sources/aws-call";
import type { Stage } from "@sleekapp/local/stage";
import { rowsOfStage } from "./stage-rows.ts";

export type Sent = { readonly name: string; readonly uploadId: string; readonly isTaken: boolean };

/** Sends a file to a slot of the listing, as a browser does; `isTaken` says whether the storage let it in at all. */
export async function sendPicture(
  supplier: Person,
  productId: string,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Sent> {
  const { uploadId, ...slot } = await supplier.ask(catalog.askProductPicture, { params: { productId }, body: { type: "image/jpeg" } });
  const isTaken = await sendFile(slot, bytes).then(
    () => true,
    () => false,
  );
  return { name, uploadId, isTaken };
}

/** What became of a file, once it has been looked into. */
export const verdictOn = (supplier: Person, productId: string, { name, uploadId }: Sent) =>
  until(
    `The verdict on ${name}`,
    async () => {
      const view = await supplier.ask(catalog.getProductPicture, { params: { productId, uploadId } });
      return view.state === "waiting" ? undefined : view;
    },
    60_000,
  );

/** Has an upload be asked for so many days earlier than it was: no stage of a test lives a week. */
export async function ageUpload(stage: Stage, uploadId: string, days: number): Promise<void> {
  const row = (await rowsOfStage(stage)).find((one) => one["__edb_e__"] === "upload" && one["uploadId"] === uploadId) ?? {};
  const createdAt = String(row["createdAt"]);
  const before = new Date(Date.parse(createdAt) - days * 86_400_000).toISOString();
  const moved = Object.entries(row).filter(([, value]) => typeof value === "string" && value.includes(createdAt));
  const names = Object.fromEntries(moved.map(([name], at) => [`#n${at}`, name]));
  const values = Object.fromEntries(moved.map(([, value], at) => [`:v${at}`, { S: String(value).replace(createdAt, before) }]));
  await createAwsCall(stage.endpoints["DYNAMODB"] ?? "", "dynamodb")("UpdateItem", {
    TableName: stage.manifest.tables[0]?.name,
    Key: { pk: { S: String(row["pk"]) }, sk: { S: String(row["sk"]) } },
    UpdateExpression: `SET ${moved.map((_, at) => `#n${at} = :v${at}`).join(", ")}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  });
}
