import { describe, expect, test } from "vitest";
import { isInternal, remotePictures } from "./remote-picture.ts";

describe("an address inside a network", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "fd00::1",
    "fe80::1",
    "::ffff:10.0.0.1",
  ])("is told: %s", (address) => {
    expect(isInternal(address)).toBe(true);
  });

  test.each(["93.184.216.34", "2606:4700::1"])("is not confused with a public one: %s", (address) => {
    expect(isInternal(address)).toBe(false);
  });
});

describe("a picture is not fetched from", () => {
  test.each([
    "http://example.com/a.jpg",
    "https://127.0.0.1/a.jpg",
    "https://[::1]/a.jpg",
    "https://user@example.com/a.jpg",
    "https://localhost/a.jpg",
    "https://example.com:8443/a.jpg",
    "file:///etc/passwd",
    "not an address",
  ])("%s", async (address) => {
    expect(await remotePictures().fetch(address)).toBeUndefined();
  });
});
