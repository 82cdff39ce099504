import { getRequest, getRfq, listRequests, listRfqs } from "@sleekapp/contracts/rfq";

/** What is out of date for a buyer after something happened to a request, and for a supplier. */
export const rfqReads = [getRfq, listRfqs];
export const requestReads = [getRequest, listRequests];
