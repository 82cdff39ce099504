/** Put before every bundle: some dependencies are CommonJS, call require for Node's own modules and ask where they are. */
export const esmBanner =
  "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url); const __dirname = import.meta.dirname; const __filename = import.meta.filename;";
