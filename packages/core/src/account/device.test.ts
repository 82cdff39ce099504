import { expect, test } from "vitest";
import { deviceName } from "./device.ts";

const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  ["Chrome on Mac", `${mac} Chrome/142.0.0.0 Safari/537.36`],
  ["Edge on Windows", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"],
  ["Opera on Mac", `${mac} Chrome/142.0.0.0 Safari/537.36 OPR/120.0`],
  ["Samsung Internet on Android", "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36"],
  ["Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"],
  ["Safari on iPhone", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1"],
  ["Chrome on iPad", "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1"],
  ["Chrome on Chrome OS", "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36"],
  ["Linux", "Mozilla/5.0 (X11; Linux x86_64)"],
  ["Another program", "curl/8.5.0"],
  ["Another program", undefined],
])("a device is called %s", (name, agent) => {
  expect(deviceName(agent)).toBe(name);
});

test("what somebody writes into the header is never shown", () => {
  expect(deviceName('<script>alert(1)</script> "Firefox/" your bank')).toBe("Firefox");
});
