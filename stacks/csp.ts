/** Hosts a page talks to beside its own origin. */
export interface CspHosts {
  /** Cognito's API, called by the sign-in screens. */
  readonly cognito: string;
  /** The private bucket: signed uploads and downloads. */
  readonly files: string;
}

/**
 * The content security policy of the web application. Scripts come from our origin and, on the pay page, from Stripe;
 * styles allow inline because dialog and toast primitives inject a style element and a static host cannot issue nonces.
 */
export function contentSecurityPolicy({ cognito, files }: CspHosts): string {
  // A signed form is posted to the bucket itself, whose address has no slash at its end; a path that ends in one does not cover it.
  const forms = files.replace(/\/$/, "");
  return Object.entries({
    "default-src": ["'self'"],
    "script-src": ["'self'", "https://js.stripe.com"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", files],
    "font-src": ["'self'"],
    "connect-src": ["'self'", "https://api.stripe.com", cognito, files, ...(forms === files ? [] : [forms])],
    "frame-src": ["https://js.stripe.com", "https://hooks.stripe.com"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ");
}
