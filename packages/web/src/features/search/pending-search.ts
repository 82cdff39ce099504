import { Asked, SearchName } from "@sleekapp/core/saved-search/model";
import * as z from "zod";

/** A search that was named by somebody who was not signed in; kept in the tab until they are. */
export const PendingSearch = z.strictObject({ name: SearchName, query: Asked, hasAlerts: z.boolean() });
export type PendingSearch = z.infer<typeof PendingSearch>;
