import { changeLead, followUpLead, noteLead } from "@sleekapp/contracts/lead";
import { FollowUp, Stage, Temperature } from "@sleekapp/core/lead/model";
import type { LeadView } from "@sleekapp/core/lead/view";
import { type FormEvent, useState } from "react";
import { useMe } from "../../lib/me.ts";
import { useCommand } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Input, Select, Textarea } from "../../ui/field.tsx";
import { Note } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { followUpNames, stageNames, temperatureNames } from "./lead-words.tsx";
import { leadReads } from "./reads.ts";

const isOver = ({ stage }: LeadView): boolean => stage === "won" || stage === "lost";

/** Where the lead stands, how warm it is, who looks after it and when it is looked at next. */
export function Pipeline({ lead }: { readonly lead: LeadView }) {
  const { data: me } = useMe();
  const change = useCommand(changeLead, { refresh: leadReads });
  const set = (part: Partial<Parameters<typeof change.mutate>[0]["body"]>) =>
    change.mutate({ params: { leadId: lead.leadId }, body: { version: lead.version, ...part } });
  const isMine = me !== undefined && lead.ownedBy === me.userId;
  return (
    <Panel title="Pipeline">
      <div className="flex flex-col gap-4">
        {isOver(lead) ? (
          <Note>This lead has ended. It begins anew when they write again.</Note>
        ) : (
          <Field label="Stage">
            <Select value={lead.stage} disabled={change.isPending} onChange={(event) => set({ stage: Stage.parse(event.target.value) })}>
              {Stage.options
                .filter((stage) => stage !== "new" || lead.stage === "new")
                .map((stage) => (
                  <option key={stage} value={stage}>
                    {stageNames[stage]}
                  </option>
                ))}
            </Select>
          </Field>
        )}
        <Field label="Warmth" hint="By the last thing they did, unless you say otherwise.">
          <Select
            value={lead.temperature}
            disabled={change.isPending}
            onChange={(event) => set({ temperature: Temperature.parse(event.target.value) })}
          >
            {Temperature.options.map((temperature) => (
              <option key={temperature} value={temperature}>
                {temperatureNames[temperature]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Look at it next on">
          <Input
            type="date"
            value={lead.nextOn ?? ""}
            disabled={change.isPending}
            onChange={(event) => set({ nextOn: event.target.value === "" ? null : event.target.value })}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <Button busy={change.isPending} onClick={() => set({ isMine: !isMine })}>
            {isMine ? "Give it up" : "I look after it"}
          </Button>
          <span className="text-ink-2">{ownerWords(lead, isMine)}</span>
        </div>
        <FormError error={change.error} />
      </div>
    </Panel>
  );
}

function ownerWords({ ownedBy }: LeadView, isMine: boolean): string {
  if (isMine) return "You look after it.";
  return ownedBy === undefined ? "Nobody looks after it." : "A colleague looks after it.";
}

/** Writes to them again, from a template. */
export function FollowUpPanel({ lead }: { readonly lead: LeadView }) {
  const [template, setTemplate] = useState<FollowUp>("gentle");
  const send = useCommand(followUpLead, { refresh: leadReads });
  if (isOver(lead)) return null;
  if (lead.isQuiet) return <Note tone="waiting">They asked for no more of our mails.</Note>;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send.mutate({ params: { leadId: lead.leadId }, body: { template } });
  };
  return (
    <Panel title="Write again">
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Mail" hint="Once a day at most. Offer and last call speak of the quote that was made. Every one has a link that stops them.">
          <Select value={template} onChange={(event) => setTemplate(FollowUp.parse(event.target.value))}>
            {FollowUp.options.map((one) => (
              <option key={one} value={one} disabled={one !== "gentle" && lead.quoteId === undefined}>
                {followUpNames[one]}
              </option>
            ))}
          </Select>
        </Field>
        <FormError error={send.error} />
        <Button type="submit" busy={send.isPending} className="self-start">
          Send it
        </Button>
      </form>
    </Panel>
  );
}

/** Keeps what was learnt. */
export function NoteForm({ leadId }: { readonly leadId: string }) {
  const [text, setText] = useState("");
  const keep = useCommand(noteLead, { refresh: leadReads, onSuccess: () => setText("") });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim().length > 1) keep.mutate({ params: { leadId }, body: { text: text.trim() } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field label="Note" hint="For administrators alone.">
        <Textarea rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <FormError error={keep.error} />
      <Button type="submit" busy={keep.isPending} disabled={text.trim().length < 2} className="self-start">
        Keep the note
      </Button>
    </form>
  );
}
