/** Where to go after signing in: only a path of our own site, never another origin, never the sign-in page itself. */
export function safeNext(next: string | null | undefined, fallback = "/app"): string {
  if (!next || !next.startsWith("/") || next.startsWith("//") || next.includes("\\")) return fallback;
  try {
    const url = new URL(next, "https://own.invalid");
    if (url.origin !== "https://own.invalid" || url.pathname.startsWith("//") || /^\/sign-(in|up)\b/u.test(url.pathname)) return fallback;
    return `${url.pathname}${url.search}${url.hash}`;
  } catch {
    return fallback;
  }
}
