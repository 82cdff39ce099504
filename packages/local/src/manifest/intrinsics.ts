import type { Assembly, Resource } from "./assembly.ts";
import { attribute, type Place, reference } from "./physical.ts";

/** `AWS::NoValue` removes the property it is given to. */
export const absent = Symbol("AWS::NoValue");

/** What an intrinsic function may ask: the templates, and the resolver it is part of. */
export type Scope = {
  readonly assembly: Assembly;
  readonly place: Place;
  readonly resource: (stack: string, id: string) => Resource | undefined;
  readonly nameOf: (resource: Resource) => string;
  readonly resolve: (value: unknown, stack: string) => unknown;
};

type Intrinsic = (scope: Scope, argument: unknown, stack: string) => unknown;

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function pseudo({ place }: Scope, name: string, stack: string): unknown {
  const known: Readonly<Record<string, unknown>> = {
    "AWS::Region": place.region,
    "AWS::AccountId": place.account,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackId": "local",
    "AWS::StackName": stack,
    "AWS::NoValue": absent,
  };
  return known[name];
}

const ref: Intrinsic = (scope, argument, stack) => {
  const id = String(argument);
  const own = pseudo(scope, id, stack);
  if (own !== undefined) return own;
  const resource = scope.resource(stack, id);
  if (resource) return reference(resource, scope.nameOf(resource), scope.place);
  const parameter = scope.assembly.templates[stack]?.Parameters[id];
  if (!parameter) throw new Error(`${stack} refers to ${id}, which it does not define`);
  return parameter.Default ?? `parameter:${id}`;
};

const getAtt: Intrinsic = (scope, argument, stack) => {
  const [id = "", ...rest] = typeof argument === "string" ? argument.split(".") : list(argument).map(String);
  const resource = scope.resource(stack, id);
  if (!resource) throw new Error(`${stack} reads an attribute of ${id}, which it does not define`);
  return attribute(resource, scope.nameOf(resource), { name: rest.join("."), place: scope.place });
};

const substitute: Intrinsic = (scope, argument, stack) => {
  const [template, given] = list(argument);
  const variables = isRecord(given) ? given : {};
  return String(template).replaceAll(/\$\{([^}]+)\}/g, (_, key: string) => {
    if (key.startsWith("!")) return `\${${key.slice(1)}}`;
    if (key in variables) return String(scope.resolve(variables[key], stack));
    return String(key.includes(".") ? getAtt(scope, key, stack) : ref(scope, key, stack));
  });
};

const importValue: Intrinsic = (scope, argument, stack) => {
  const exported = String(scope.resolve(argument, stack));
  const found = scope.assembly.exports.get(exported);
  if (!found) throw new Error(`${stack} imports ${exported}, which no stack exports`);
  return scope.resolve(found.value, found.stack);
};

const findInMap: Intrinsic = (scope, argument, stack) => {
  const [map = "", first = "", second = ""] = list(scope.resolve(argument, stack)).map(String);
  return scope.assembly.templates[stack]?.Mappings[map]?.[first]?.[second];
};

/** CloudFormation's functions that templates of this project use; an unknown one is an error, not a guess. */
export const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: ref,
  "Fn::GetAtt": getAtt,
  "Fn::Sub": substitute,
  "Fn::ImportValue": importValue,
  "Fn::FindInMap": findInMap,
  "Fn::Join": ({ resolve }, argument, stack) => {
    const [separator, parts] = list(argument);
    return list(resolve(parts, stack)).map(String).join(String(separator));
  },
  "Fn::Split": ({ resolve }, argument, stack) => {
    const [separator, whole] = list(argument);
    return String(resolve(whole, stack)).split(String(separator));
  },
  "Fn::Select": ({ resolve }, argument, stack) => {
    const [index, from] = list(argument);
    return list(resolve(from, stack))[Number(resolve(index, stack))];
  },
  "Fn::GetAZs": ({ place }) => [`${place.region}a`, `${place.region}b`],
  "Fn::Base64": ({ resolve }, argument, stack) => Buffer.from(String(resolve(argument, stack))).toString("base64"),
};
