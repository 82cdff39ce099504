import { Note } from "../../ui/feedback.tsx";

type StillMissingProps = { readonly items: readonly { readonly field: string; readonly text: string }[] };

/** What has to come before something can be handed in; nothing when it is all there. */
export const StillMissing = ({ items }: StillMissingProps) =>
  items.length === 0 ? null : (
    <Note tone="waiting">
      <p className="font-semibold">Still missing</p>
      <ul className="list-disc pl-5">
        {items.map(({ field, text }) => (
          <li key={field}>{text}</li>
        ))}
      </ul>
    </Note>
  );
