/** Every time zone the browser knows, with the one that is set even if it does not. */
export function timeZones(current: string | undefined): readonly string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return current === undefined || known.includes(current) ? known : [current, ...known];
}
