import { expect, test } from "vitest";
import { lockfileFaults, readLockfile } from "./lockfile.ts";

const { lock, manifests } = readLockfile();
const installedAt = (place: string, more: object = {}) => ({ ...lock, packages: { ...lock.packages, [place]: { version: "1.0.0", ...more } } });
const asking = (version: string, name = "hono") => ({
  ...manifests,
  "packages/x/package.json": { dependencies: { [name]: version }, devDependencies: {} },
});

test("what is installed is pinned, single and named without a host", () => {
  expect(lockfileFaults(lock, manifests)).toEqual([]);
  expect(Object.keys(manifests)).toHaveLength(7);
});

test.each([
  ["a second copy", installedAt("node_modules/sst/node_modules/aws-cdk-lib"), manifests, "aws-cdk-lib is installed again"],
  ["a second React that nobody meant", installedAt("packages/web/node_modules/react"), manifests, "react is installed again"],
  ["a host", installedAt("node_modules/left-pad", { resolved: "https://registry.example/left-pad.tgz" }), manifests, "resolved to https"],
  ["an open version", lock, asking("^4.0.0"), "leaves hono open"],
  ["two versions of one package", lock, asking("4.0.0"), "hono is asked for as"],
  ["a client of another version", lock, asking("3.0.0", "@aws-sdk/client-kms"), "AWS clients are of versions"],
] as const)("%s is noticed", (_name, changedLock, changedManifests, fault) => {
  expect(lockfileFaults(changedLock, changedManifests).join("\n")).toContain(fault);
});
