import { expect, test } from "vitest";
import { refusal } from "./upload.ts";

const file = (name: string, type: string, size: number) => ({ name, type, size });

test.each([
  ["a photo of a listed kind goes", file("a.jpg", "image/jpeg", 10), undefined],
  ["a kind can be named by its group", file("a.webp", "image/webp", 10), undefined],
  ["a kind can be named by the file's ending", file("A.CSV", "", 10), undefined],
  ["another kind is refused by name", file("a.exe", "application/x-msdownload", 10), "a.exe is not one of the kinds taken here."],
  ["a large file is refused with both sizes", file("a.jpg", "image/jpeg", 2_500_000), "a.jpg is 2.5 MB; at most 2 MB can be sent."],
  ["an empty file is refused", file("a.jpg", "image/jpeg", 0), "a.jpg is empty."],
])("%s", (_name, given, reason) => {
  expect(refusal(given, ["image/*", ".csv"], 2_000_000)).toBe(reason);
});
