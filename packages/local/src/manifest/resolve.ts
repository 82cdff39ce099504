import type { Assembly, Resource } from "./assembly.ts";
import { attribute, type Place, physicalId, reference } from "./physical.ts";

const record = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** `AWS::NoValue` removes the property it is given to. */
const absent = Symbol("AWS::NoValue");

export type Resolver = {
  /** Replaces every intrinsic function in `value`, which stands in `stack`. */
  readonly resolve: (value: unknown, stack: string) => unknown;
  /** The resource's properties with every reference replaced. */
  readonly properties: (resource: Resource) => Readonly<Record<string, unknown>>;
  readonly physicalId: (resource: Resource) => string;
  readonly arn: (resource: Resource) => string;
  readonly ofType: (...types: readonly string[]) => readonly Resource[];
  /** Finds a resource by its ARN, `Ref` or name; functions may carry a qualifier. */
  readonly find: (identifier: string, ...types: readonly string[]) => Resource | undefined;
};

type Intrinsic = (argument: unknown, stack: string) => unknown;

/** Resolves references inside and between stacks to what the stand-ins call each resource. */
export function createResolver(assembly: Assembly, place: Place): Resolver {
  const byId = new Map(assembly.resources.map((resource) => [`${resource.stack}/${resource.id}`, resource]));
  const cache = new Map<Resource, Readonly<Record<string, unknown>>>();
  const pseudo: Readonly<Record<string, unknown>> = {
    "AWS::Region": place.region,
    "AWS::AccountId": place.account,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackId": "local",
    "AWS::NoValue": absent,
  };

  const properties = (resource: Resource): Readonly<Record<string, unknown>> => {
    const known = cache.get(resource);
    if (known) return known;
    const resolved = resolve(resource.properties, resource.stack);
    const made = record(resolved) ? resolved : {};
    cache.set(resource, made);
    return made;
  };
  // Only the name is resolved here: resolving all properties of a resource that names itself would not end.
  const name = (resource: Resource): string =>
    physicalId(resource, place, (key) => {
      const value = resource.properties[key];
      return value === undefined ? undefined : String(resolve(value, resource.stack));
    });

  const ref = (id: string, stack: string): unknown => {
    if (id in pseudo) return pseudo[id];
    const resource = byId.get(`${stack}/${id}`);
    if (resource) return reference(resource, name(resource), place);
    const parameter = assembly.templates[stack]?.Parameters[id];
    if (parameter) return parameter.Default ?? `parameter:${id}`;
    if (id === "AWS::StackName") return stack;
    throw new Error(`${stack} refers to ${id}, which it does not define`);
  };
  const getAtt = (argument: unknown, stack: string): string => {
    const [id, ...rest] = typeof argument === "string" ? argument.split(".") : list(argument).map(String);
    const resource = byId.get(`${stack}/${id}`);
    if (!resource) throw new Error(`${stack} reads an attribute of ${id}, which it does not define`);
    return attribute(resource, name(resource), { name: rest.join("."), place });
  };
  const substitute = (argument: unknown, stack: string): string => {
    const [template, given] = list(argument);
    const variables = record(given) ? given : {};
    return String(template).replace(/\$\{([^}]+)\}/g, (whole, key: string) => {
      if (key.startsWith("!")) return `\${${key.slice(1)}}`;
      if (key in variables) return String(resolve(variables[key], stack));
      const value = key.includes(".") ? getAtt(key, stack) : ref(key, stack);
      return value === undefined ? whole : String(value);
    });
  };
  const importValue = (argument: unknown, stack: string): unknown => {
    const exported = String(resolve(argument, stack));
    const found = assembly.exports.get(exported);
    if (!found) throw new Error(`${stack} imports ${exported}, which no stack exports`);
    return resolve(found.value, found.stack);
  };
  const findInMap = (argument: unknown, stack: string): unknown => {
    const [map, first, second] = list(resolve(argument, stack)).map(String);
    return assembly.templates[stack]?.Mappings[map ?? ""]?.[first ?? ""]?.[second ?? ""];
  };
  const intrinsics: Readonly<Record<string, Intrinsic>> = {
    Ref: (argument, stack) => ref(String(argument), stack),
    "Fn::GetAtt": getAtt,
    "Fn::Sub": substitute,
    "Fn::ImportValue": importValue,
    "Fn::FindInMap": findInMap,
    "Fn::Join": (argument, stack) => {
      const [separator, parts] = list(argument);
      return list(resolve(parts, stack)).map(String).join(String(separator));
    },
    "Fn::Split": (argument, stack) => {
      const [separator, whole] = list(argument);
      return String(resolve(whole, stack)).split(String(separator));
    },
    "Fn::Select": (argument, stack) => {
      const [index, from] = list(argument);
      return list(resolve(from, stack))[Number(resolve(index, stack))];
    },
    "Fn::GetAZs": () => [`${place.region}a`, `${place.region}b`],
    "Fn::Base64": (argument, stack) => Buffer.from(String(resolve(argument, stack))).toString("base64"),
  };

  function resolve(value: unknown, stack: string): unknown {
    if (Array.isArray(value)) return value.map((item: unknown) => resolve(item, stack)).filter((item) => item !== absent);
    if (!record(value)) return value;
    const [key, ...others] = Object.keys(value);
    const intrinsic = key === undefined || others.length > 0 ? undefined : intrinsics[key];
    if (key !== undefined && intrinsic) return intrinsic(value[key], stack);
    if (key?.startsWith("Fn::")) throw new Error(`${stack} uses ${key}, which the local stage does not resolve`);
    const entries = Object.entries(value).map(([name, item]) => [name, resolve(item, stack)] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== absent));
  }

  const arn = (resource: Resource): string => attribute(resource, name(resource), { name: "Arn", place });
  let names: Map<string, Resource> | undefined;
  const find = (identifier: string, ...types: readonly string[]): Resource | undefined => {
    names ??= new Map(
      assembly.resources.flatMap((resource) =>
        [arn(resource), reference(resource, name(resource), place), name(resource), attribute(resource, name(resource), { name: "StreamArn", place })].map(
          (key) => [`${resource.type} ${key}`, resource] as const,
        ),
      ),
    );
    for (const type of types) {
      const found = names.get(`${type} ${identifier}`);
      if (found) return found;
    }
    return undefined;
  };

  return {
    resolve,
    properties,
    physicalId: name,
    arn,
    find,
    ofType: (...types) => assembly.resources.filter((resource) => types.includes(resource.type)),
  };
}
