import { Blob, Media } from "../ports/blob.ts";
import { incomingKey, type Purpose, renditionNames } from "./model.ts";

type Files = {
  readonly purpose: Purpose;
  readonly subjectId: string;
  readonly uploadId: string;
  readonly key?: string | undefined;
  readonly width?: number | undefined;
};

/** Takes away every file that an upload can have led to, the one that waits to be looked at too, and tells how many checked ones that were. */
export async function removeFiles(upload: Files): Promise<number> {
  await Blob.use().remove(incomingKey(upload));
  const { key = "", width = 0, purpose } = upload;
  if (key === "") return 0;
  const names = purpose === "product" ? renditionNames(key, width) : [key];
  const kept = purpose === "product" ? Media.use() : Blob.use();
  await Promise.all(names.map((name) => kept.remove(name)));
  return names.length;
}
