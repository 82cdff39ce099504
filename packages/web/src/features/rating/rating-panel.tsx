import { getRating, giveRating, replyToRating } from "@sleekapp/contracts/supplier";
import { questionNames, Scores } from "@sleekapp/core/rating/model";
import type { RatingView } from "@sleekapp/core/rating/view";
import { useState } from "react";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { FormError } from "../../ui/error-panel.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { DateOn } from "../../ui/value.tsx";

/** The rating of a completed order: to be given by its buyer, read by its parties, answered by its supplier. */
export function RatingPanel({ orderId, party }: { readonly orderId: string; readonly party: string }) {
  const found = useRead(getRating, { params: { orderId } });
  if (!found.data) return null;
  const { rating, canRate, canReply } = found.data;
  if (!rating && !canRate) return null;
  return (
    <Panel title={rating ? "Rating" : "How was it?"} className="mb-6">
      {rating ? <Rating rating={rating} party={party} /> : <RatingForm orderId={orderId} />}
      {rating && canReply ? <ReplyForm orderId={orderId} /> : null}
    </Panel>
  );
}

const questions = ["quality", "communication", "delivery"] as const;
const grades = ["1", "2", "3", "4", "5"] as const;
const gradeWords = { "1": "1, poor", "2": "2", "3": "3", "4": "4", "5": "5, excellent" } as const;

function RatingForm({ orderId }: { readonly orderId: string }) {
  const [given, setGiven] = useState<Partial<Record<keyof Scores, (typeof grades)[number]>>>({});
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState(false);
  const give = useCommand(giveRating, { refresh: [getRating] });
  const scores = Scores.safeParse(Object.fromEntries(Object.entries(given).map(([question, grade]) => [question, Number(grade)])));
  const tooShort = words.trim() !== "" && words.trim().length < 10;
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!scores.success || tooShort) return;
        give.mutate({ params: { orderId }, body: { scores: scores.data, ...(words.trim() === "" ? {} : { words: words.trim() }) } });
      }}
    >
      <p className="measure text-ink-2">
        Your rating counts at once and cannot be changed. What you write is read by us before others see it; your name is not shown.
      </p>
      {questions.map((question) => (
        <RadioGroup
          key={question}
          legend={questionNames[question]}
          name={question}
          look="line"
          options={grades.map((value) => ({ value, label: gradeWords[value] }))}
          value={given[question]}
          onChange={(grade) => setGiven((before) => ({ ...before, [question]: grade }))}
          error={asked && given[question] === undefined ? "Choose one of the five." : undefined}
        />
      ))}
      <Field label="In words (optional)" error={asked && tooShort ? "At least ten characters, or nothing." : undefined}>
        <Textarea name="words" rows={3} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <FormError error={give.error} />
      <Button type="submit" variant="primary" className="self-start" busy={give.isPending}>
        Give this rating
      </Button>
    </form>
  );
}

const states = {
  wordless: undefined,
  waiting: "The words are read by us before others see them.",
  shown: undefined,
  hidden: "The words are not shown to others.",
} as const;

/** Scores, words and answer. */
function Rating({ rating: { scores, words, state, reply, createdAt }, party }: { readonly rating: RatingView; readonly party: string }) {
  return (
    <div className="flex flex-col gap-3">
      <dl className="tnum flex flex-wrap gap-x-8 gap-y-2">
        {questions.map((question) => (
          <div key={question}>
            <dt className="text-small text-ink-2">{questionNames[question]}</dt>
            <dd className="font-semibold">{scores[question]} of 5</dd>
          </div>
        ))}
      </dl>
      {words ? <p className="measure whitespace-pre-line">{words}</p> : null}
      {reply ? (
        <p className="measure border-l-2 border-line pl-3 whitespace-pre-line text-ink-2">
          <span className="font-medium text-ink">{party === "supplier" ? "You: " : "The supplier: "}</span>
          {reply}
        </p>
      ) : null}
      <p className="text-small text-ink-3">
        Given on <DateOn on={createdAt.slice(0, 10)} />. {states[state]}
      </p>
    </div>
  );
}

function ReplyForm({ orderId }: { readonly orderId: string }) {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const reply = useCommand(replyToRating, { refresh: [getRating] });
  const isShort = text.trim().length < 10;
  return (
    <form
      noValidate
      className="mt-5 flex flex-col gap-3 border-t border-line pt-5"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!isShort) reply.mutate({ params: { orderId }, body: { reply: text.trim() } });
      }}
    >
      <Field label="Your answer" hint="Once, and shown beside the words." error={asked && isShort ? "At least ten characters." : undefined}>
        <Textarea name="reply" rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <FormError error={reply.error} />
      <Button type="submit" className="self-start" busy={reply.isPending}>
        Answer
      </Button>
    </form>
  );
}
