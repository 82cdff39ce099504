import { getInquiry, listInquiries } from "@sleekapp/contracts/inquiry";

/** What is out of date after something was said. */
export const threadReads = [getInquiry, listInquiries];
