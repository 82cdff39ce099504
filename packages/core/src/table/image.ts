import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";

/** The row in a stream record's image, in plain values; empty where there is none. */
export const rowIn = (image: Readonly<Record<string, AttributeValue>> | undefined): Readonly<Record<string, unknown>> => unmarshall(image ?? {});
