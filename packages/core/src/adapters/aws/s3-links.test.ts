import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { s3Links } from "./s3-links.ts";

/** The service's own client, which what is signed here must equal. */
const official = () =>
  new S3Client({ forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED", responseChecksumValidation: "WHEN_REQUIRED" });
const Bucket = "private-bucket";

beforeAll(() => {
  vi.useFakeTimers({ now: new Date("2026-03-02T09:00:00.456Z"), toFake: ["Date"] });
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
  vi.stubEnv("PRIVATE_BUCKET", Bucket);
});

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const partsOf = (link: string) => {
  const { origin, pathname, searchParams } = new URL(link);
  return { origin, pathname, query: Object.fromEntries(searchParams) };
};

describe.each([
  ["a role's credentials", { AWS_SESSION_TOKEN: "FwoGZXIvYXdzE/+=token" }],
  ["lasting credentials", { AWS_SESSION_TOKEN: undefined }],
  ["another endpoint", { AWS_SESSION_TOKEN: "token", AWS_ENDPOINT_URL_S3: "http://127.0.0.1:4568" }],
])("with %s", (_name, environment) => {
  beforeAll(() => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  });

  test.each(["invoices/ord_01/deposit.pdf", "incoming/a b (1)'!*+~é.png"])("a link to %s is the service's own", async (key) => {
    const own = await s3Links().presignGet({ key, seconds: 300, downloadAs: 'SA "1"/é.pdf' });
    const disposition = 'attachment; filename="SA__1___.pdf"';
    const theirs = await getSignedUrl(official(), new GetObjectCommand({ Bucket, Key: key, ResponseContentDisposition: disposition }), {
      expiresIn: 300,
    });

    expect(partsOf(own)).toEqual(partsOf(theirs));
  });

  test("a slot is the service's own: one key, one type, a largest size, ten minutes", async () => {
    const own = await s3Links().presignPost({ key: "incoming/upl_01", type: "image/png", maxBytes: 8_000_000 });
    const theirs = await createPresignedPost(official(), {
      Bucket,
      Key: "incoming/upl_01",
      Fields: { "Content-Type": "image/png" },
      Conditions: [["content-length-range", 1, 8_000_000], { "Content-Type": "image/png" }],
      Expires: 600,
    });

    expect(own).toEqual({ ...theirs, url: theirs.url.replace(/\/$/, ""), key: "incoming/upl_01" });
  });
});

test("without credentials in the environment nothing is signed", async () => {
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "");

  await expect(s3Links().presignGet({ key: "a", seconds: 1 })).rejects.toThrow("AWS_SECRET_ACCESS_KEY is missing");
});
