import { stopSearchMails } from "@sleekapp/contracts/saved-search";
import { StopMails } from "../../features/mails/stop-mails.tsx";
import { useCommand } from "../../lib/query.ts";
import { ButtonLink } from "../../ui/button.tsx";

const words = {
  title: "Mails about a search",
  why: "You get one mail a day at most when something new fits a search that you keep.",
  stopped: "You get no more mails about this search. It stays among your searches, where they can be turned on again.",
  broken: "Open it from the mail again, or turn the mails off where your searches are.",
  elsewhere: <ButtonLink to="/app/searches">Your searches</ButtonLink>,
};

/** Where the link in a mail about a search leads. */
export const Page = () => <StopMails stop={useCommand(stopSearchMails)} words={words} />;
