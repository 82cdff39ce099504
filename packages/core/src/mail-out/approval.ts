import * as Approval from "../approval/index.ts";
import { appUrl, type MailBuilder } from "./compose.ts";

/** The approvers hear what is asked of them, and whoever asked what was decided. */
export const approvalNews: MailBuilder = async ({ subjectId }) => {
  const letter = await Approval.letterOf(subjectId);
  if (!letter) return [];
  const data = { kind: letter.kind, ...letter.facts, url: appUrl("/app/approvals") };
  return letter.to.map((to) => ({ template: "approval-news", to, data }));
};
