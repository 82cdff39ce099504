import { routes } from "@sleekapp/contracts/index";
import type { Route } from "@sleekapp/contracts/route";
import * as z from "zod";

/** What runs when a page takes text for markup. */
export const payloads = [
  `<img src=x onerror="document.title='owned'">`,
  `"><script>document.title='owned'</script>`,
  `javascript:document.title='owned'//`,
  `<svg/onload=document.title='owned'>`,
] as const;

type Path = readonly (string | number)[];

/** The schema inside optional, default, nullable, catch and the like. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const def: object = schema._zod.def;
  const inner: unknown = Reflect.get(def, "innerType") ?? Reflect.get(def, "in");
  return inner instanceof z.core.$ZodType ? bare(inner) : schema;
}

/** The fields of a schema that take free text: strings without a format or a pattern of their own. */
export function textFields(given: z.core.$ZodType, at: Path = []): readonly Path[] {
  const schema = bare(given);
  if (schema instanceof z.core.$ZodObject) return Object.entries(schema._zod.def.shape).flatMap(([name, field]) => textFields(field, [...at, name]));
  if (schema instanceof z.core.$ZodArray) return textFields(schema._zod.def.element, [...at, 0]);
  if (!(schema instanceof z.core.$ZodString)) return [];
  return schema instanceof z.core.$ZodStringFormat ? [] : [at];
}

/** Every text field of every route that takes a body. */
export const fieldsOfRoutes = (): readonly { readonly route: Route; readonly field: Path }[] =>
  routes.filter(({ auth }) => auth !== "hook").flatMap((route) => textFields(route.body).map((field) => ({ route, field })));

/** The value with something else at a place; objects and lists on the way are made where there are none. */
export function withAt(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
  if (step === undefined) return put;
  if (typeof step === "number") return [withAt(Array.isArray(value) ? value[step] : undefined, rest, put)];
  const record = typeof value === "object" && value !== null ? value : {};
  return { ...record, [step]: withAt(Reflect.get(record, step), rest, put) };
}
