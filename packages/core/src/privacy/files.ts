import { Blob, Media } from "../ports/blob.ts";
import { type HeldRow, kindOf } from "../table/held.ts";
import { incomingKey, Purpose, renditionNames } from "../upload/model.ts";

const text = (row: HeldRow, name: string): string => String(row[name] ?? "");

/** The published renditions of a listing's picture. */
async function removePublished(name: string, width: number): Promise<number> {
  const names = renditionNames(name, width);
  await Promise.all(names.map((one) => Media.use().remove(one)));
  return names.length;
}

/** An upload may still wait to be looked at. */
async function removeUpload(row: HeldRow): Promise<number> {
  const purpose = Purpose.parse(row["purpose"]);
  await Blob.use().remove(incomingKey({ purpose, subjectId: text(row, "subjectId"), uploadId: text(row, "uploadId") }));
  const key = text(row, "key");
  if (key === "") return 0;
  if (purpose === "product") return removePublished(key, Number(row["width"] ?? 0));
  await Blob.use().remove(key);
  return 1;
}

/** Takes the files away that a row leads to, and tells how many there can have been; a repetition finds none and says so as well. */
export async function removeFilesOf(row: HeldRow): Promise<number> {
  if (kindOf(row) === "upload") return removeUpload(row);
  if (kindOf(row) !== "export" || row["key"] === undefined) return 0;
  await Blob.use().remove(text(row, "key"));
  return 1;
}
