import { stopLeadMails } from "@sleekapp/contracts/lead";
import { StopMails } from "../../features/mails/stop-mails.tsx";
import { useCommand } from "../../lib/query.ts";
import { ButtonLink } from "../../ui/button.tsx";

const words = {
  title: "Mails about your request",
  why: "We write again, once a day at most, to whoever asked us about a run.",
  stopped: "We write to you about this request no more. Your quote, if you have one, stays as it is.",
  broken: "Open it from the mail again.",
  elsewhere: <ButtonLink to="/talk">Talk to a person</ButtonLink>,
};

/** Where the link in a follow-up leads. */
export const Page = () => <StopMails stop={useCommand(stopLeadMails)} words={words} />;
