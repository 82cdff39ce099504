import { Blob } from "../ports/blob.ts";
import { type HeldRow, kindOf } from "../table/held.ts";
import { removeFiles } from "../upload/files.ts";
import { Purpose } from "../upload/model.ts";

const text = (row: HeldRow, name: string): string => String(row[name] ?? "");

/** An upload may still wait to be looked at. */
const removeUpload = (row: HeldRow): Promise<number> =>
  removeFiles({
    purpose: Purpose.parse(row["purpose"]),
    subjectId: text(row, "subjectId"),
    uploadId: text(row, "uploadId"),
    key: text(row, "key"),
    width: Number(row["width"] ?? 0),
  });

/** The one file that a row of these kinds names. */
function kept(row: HeldRow): string | undefined {
  const name = kindOf(row) === "export" ? "key" : kindOf(row) === "quote-revision" ? "documentKey" : undefined;
  return name !== undefined && row[name] !== undefined ? text(row, name) : undefined;
}

/** Whether the file goes also where the row stays: the PDF of a revision names its buyer, the revision does not. */
export const losesFile = (row: HeldRow): boolean => kindOf(row) === "quote-revision";

/** Takes the files away that a row leads to, and tells how many there can have been; a repetition finds none and says so as well. */
export async function removeFilesOf(row: HeldRow): Promise<number> {
  if (kindOf(row) === "upload") return removeUpload(row);
  const key = kept(row);
  if (key === undefined) return 0;
  await Blob.use().remove(key);
  return 1;
}
