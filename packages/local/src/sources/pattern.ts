/*
 * Lambda's event filters are EventBridge patterns: an object names fields, an array lists what a field may be.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "=": (a, b) => a === b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function numeric(rule: unknown, value: unknown): boolean {
  if (typeof value !== "number" || !Array.isArray(rule)) return false;
  for (let index = 0; index < rule.length; index += 2) {
    const test = compare[String(rule[index])];
    if (!test?.(value, Number(rule[index + 1]))) return false;
  }
  return true;
}

const operators: Readonly<Record<string, (rule: unknown, value: unknown) => boolean>> = {
  prefix: (rule, value) => typeof value === "string" && value.startsWith(String(rule)),
  suffix: (rule, value) => typeof value === "string" && value.endsWith(String(rule)),
  exists: (rule, value) => (value !== undefined) === rule,
  numeric,
  "equals-ignore-case": (rule, value) => typeof value === "string" && value.toLowerCase() === String(rule).toLowerCase(),
  "anything-but": (rule, value) => value !== undefined && !(Array.isArray(rule) ? rule : [rule]).some((item: unknown) => permits(item, value)),
};

function permits(rule: unknown, value: unknown): boolean {
  if (!isRecord(rule)) return rule === value;
  return Object.entries(rule).every(([name, argument]) => {
    const operator = operators[name];
    if (!operator) throw new Error(`The local stage does not know the filter ${name}`);
    return operator(argument, value);
  });
}

/** Whether `value` has everything the pattern asks for; an array in the value matches when any of its items does. */
export function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return pattern.some((rule: unknown) => values.some((item) => permits(rule, item)));
  }
  if (!isRecord(pattern)) return pattern === value;
  return Object.entries(pattern).every(([key, nested]) => {
    if (key === "$or" && Array.isArray(nested)) return nested.some((option: unknown) => matches(option, value));
    return matches(nested, isRecord(value) ? value[key] : undefined);
  });
}
