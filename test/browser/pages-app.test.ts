import { checkPages } from "./support/pages.ts";

checkPages((path) => path.startsWith("/app") && !path.startsWith("/app/orders"));
