import { checkPages } from "./support/pages.ts";

checkPages((path) => path.startsWith("/app/orders") || path.startsWith("/admin"));
