import { readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { root } from "./source.ts";

const Versions = z.record(z.string(), z.string());
const Entry = z.looseObject({ version: z.string().optional(), resolved: z.string().optional(), link: z.boolean().optional() });
const Lock = z.looseObject({ packages: z.record(z.string(), Entry) });
const Manifest = z.looseObject({ dependencies: Versions.default({}), devDependencies: Versions.default({}) });

export type Lock = z.output<typeof Lock>;
export type Manifests = Readonly<Record<string, z.output<typeof Manifest>>>;

/** Packages that break, or double what is shipped, when a second copy is installed; where another copy is meant it is named. */
const single: Readonly<Record<string, readonly string[]>> = {
  "aws-cdk-lib": [],
  constructs: [],
  electrodb: [],
  hono: [],
  // SST's own screens want an older React; ours must stay alone at the root.
  react: ["node_modules/sst/node_modules/react"],
  "react-dom": [],
  sst: [],
  stripe: [],
  typescript: [],
  vite: [],
  vitest: [],
};

const nameOf = (place: string): string => place.split("node_modules/").at(-1) ?? place;

function copies(lock: Lock): string[] {
  return Object.entries(single).flatMap(([name, meant]) => {
    const places = Object.keys(lock.packages).filter((place) => place.includes("node_modules/") && nameOf(place) === name);
    const extra = places.filter((place) => place !== `node_modules/${name}` && !meant.includes(place));
    const missing = places.includes(`node_modules/${name}`) ? [] : [`${name} is not installed at the root`];
    return [...missing, ...extra.map((place) => `${name} is installed again at ${place}`)];
  });
}

/** A lockfile that names a host works only where that host does. */
function hosts(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([place, { resolved }]) => (resolved?.includes(":") ? [`${place} is resolved to ${resolved}`] : []));
}

function pins(manifests: Manifests): string[] {
  const all = Object.entries(manifests).flatMap(([file, { dependencies, devDependencies }]) =>
    Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => ({ file, name, version })),
  );
  const loose = all
    .filter(({ version }) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(({ file, name, version }) => `${file} leaves ${name} open: ${version}`);
  const clients = all.filter(({ name }) => /^@aws-sdk\/(client|s3)-/.test(name));
  const versions = [...new Set(clients.map(({ version }) => version))];
  const split = [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const asked = [...new Set(all.filter((one) => one.name === name).map(({ version }) => version))];
    return asked.length > 1 ? [`${name} is asked for as ${asked.join(" and ")}`] : [];
  });
  return [...loose, ...split, ...(versions.length > 1 ? [`the AWS clients are of versions ${versions.join(", ")}`] : [])];
}

/** What is wrong with what is installed; empty when every pin is exact, what must be single is, and no host is named. */
export const lockfileFaults = (lock: Lock, manifests: Manifests): readonly string[] => [...copies(lock), ...hosts(lock), ...pins(manifests)];

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));

/** The lockfile and the manifests of the repository. */
export function readLockfile(): { readonly lock: Lock; readonly manifests: Manifests } {
  const lock = Lock.parse(read("package-lock.json"));
  const files = [
    "package.json",
    ...Object.keys(lock.packages).flatMap((place) =>
      place.startsWith("packages/") && !place.includes("node_modules") ? [`${place}/package.json`] : [],
    ),
  ];
  return { lock, manifests: Object.fromEntries(files.map((file) => [file, Manifest.parse(read(file))])) };
}
