import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FREE_TRIES, inWords, networkOf, waitAfter } from "./rules.ts";

describe("waiting", () => {
  test("the first tries wait for nothing, then each wait is twice the one before, up to a quarter of an hour", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map(waitAfter)).toEqual([0, 0, 0, 0, 60, 120, 240, 480, 900, 900]);
  });

  test("no number of tries ever makes anybody wait longer than fifteen minutes, and more tries never less long", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (tries) => {
        expect(waitAfter(tries)).toBeLessThanOrEqual(900);
        expect(waitAfter(tries + 1)).toBeGreaterThanOrEqual(waitAfter(tries));
      }),
    );
    expect(FREE_TRIES).toBe(5);
  });

  test.each([
    [1, "a minute"],
    [60, "a minute"],
    [61, "2 minutes"],
    [900, "15 minutes"],
  ])("%i seconds are said as %s", (seconds, words) => {
    expect(inWords(seconds)).toBe(words);
  });
});

describe("networks", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:12:34:ffff::1", "2001:db8:12:34::/64"],
    ["2001:0DB8:0012:0034::9", "2001:db8:12:34::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["unknown", "unknown"],
  ])("%s belongs to %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test("whoever has a whole IPv6 network is one and the same", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 65_535 }), { minLength: 4, maxLength: 4 }), (rest) => {
        const address = `2001:db8:7:8:${rest.map((group) => group.toString(16)).join(":")}`;

        expect(networkOf(address)).toBe("2001:db8:7:8::/64");
      }),
    );
  });
});
