import * as contract from "@sleekapp/contracts/supplier";
import * as Rating from "@sleekapp/core/rating";
import { serve } from "../bind.ts";

/** Ratings over HTTP, for the parties of an order and the platform. */
export const rating = [
  serve(contract.getRating, ({ params }) => Rating.get(params)),
  serve(contract.giveRating, ({ params, body }) => Rating.give({ ...params, ...body })),
  serve(contract.replyToRating, ({ params, body }) => Rating.reply({ ...params, ...body })),
  serve(contract.listRatings, ({ query }) => Rating.list(query)),
  serve(contract.showRating, ({ params }) => Rating.show(params)),
  serve(contract.hideRating, ({ params }) => Rating.hide(params)),
];
