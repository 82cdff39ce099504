import type { Assembly, Resource } from "./assembly.ts";
import { absent, intrinsics, isRecord, type Scope } from "./intrinsics.ts";
import { attribute, type Place, physicalId, reference } from "./physical.ts";

export type Resolver = {
  /** Replaces every intrinsic function in `value`, which stands in `stack`. */
  readonly resolve: (value: unknown, stack: string) => unknown;
  /** The resource's properties with every reference replaced. */
  readonly properties: (resource: Resource) => Readonly<Record<string, unknown>>;
  readonly physicalId: (resource: Resource) => string;
  readonly arn: (resource: Resource) => string;
  readonly ofType: (...types: readonly string[]) => readonly Resource[];
  /** Finds a resource by its ARN, `Ref` or name. */
  readonly find: (identifier: string, ...types: readonly string[]) => Resource | undefined;
};

/** Resolves references inside and between stacks to what the stand-ins call each resource. */
export function createResolver(assembly: Assembly, place: Place): Resolver {
  const byId = new Map(assembly.resources.map((resource) => [`${resource.stack}/${resource.id}`, resource]));
  const known = new Map<Resource, Readonly<Record<string, unknown>>>();

  const resolve = (value: unknown, stack: string): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => resolve(item, stack)).filter((item) => item !== absent);
    if (!isRecord(value)) return value;
    const [key = "", ...others] = Object.keys(value);
    const intrinsic = others.length > 0 ? undefined : intrinsics[key];
    if (intrinsic) return intrinsic(scope, value[key], stack);
    if (key.startsWith("Fn::")) throw new Error(`${stack} uses ${key}, which the local stage does not resolve`);
    const entries = Object.entries(value).map(([name, item]) => [name, resolve(item, stack)] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== absent));
  };
  // Only the name is resolved here: resolving all properties of a resource that names itself would not end.
  const nameOf = (resource: Resource): string =>
    physicalId(resource, place, (key) => {
      const value = resource.properties[key];
      return value === undefined ? undefined : String(resolve(value, resource.stack));
    });
  const scope: Scope = { assembly, place, nameOf, resolve, resource: (stack, id) => byId.get(`${stack}/${id}`) };

  const arn = (resource: Resource): string => attribute(resource, nameOf(resource), { name: "Arn", place });
  const namesOf = (resource: Resource): readonly string[] => {
    const id = nameOf(resource);
    return [arn(resource), reference(resource, id, place), id, attribute(resource, id, { name: "StreamArn", place })];
  };
  let byName: Map<string, Resource> | undefined;
  return {
    resolve,
    properties: (resource) => {
      const before = known.get(resource);
      if (before) return before;
      const resolved = resolve(resource.properties, resource.stack);
      const properties = isRecord(resolved) ? resolved : {};
      known.set(resource, properties);
      return properties;
    },
    physicalId: nameOf,
    arn,
    find: (identifier, ...types) => {
      byName ??= new Map(assembly.resources.flatMap((resource) => namesOf(resource).map((name) => [`${resource.type} ${name}`, resource] as const)));
      const names = byName;
      return types.map((type) => names.get(`${type} ${identifier}`)).find((found) => found !== undefined);
    },
    ofType: (...types) => assembly.resources.filter((resource) => types.includes(resource.type)),
  };
}
