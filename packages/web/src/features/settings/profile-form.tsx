import { chooseUsername, getProfile } from "@sleekapp/contracts/account";
import { getMe, listMembers, updateMe } from "@sleekapp/contracts/identity";
import type { ProfileView } from "@sleekapp/core/account/model";
import { Username } from "@sleekapp/core/account/model";
import { useForm } from "react-hook-form";
import { useCommand, useRead } from "../../lib/query.ts";
import { useRefusals } from "../../lib/refusals.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { AvatarField } from "./avatar-field.tsx";
import { SaveRow } from "./save-row.tsx";
import { timeZones } from "./time-zones.ts";

/** What the reader says about themselves. */
export function ProfilePanel() {
  const found = useRead(getProfile, {});
  return (
    <Panel title="You">
      {found.error && !found.data ? (
        <ErrorPanel error={found.error} title="Your profile could not be read" onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <div className="flex max-w-md flex-col gap-8">
          <AvatarField profile={found.data} />
          <ProfileForm profile={found.data} />
          <UsernameForm username={found.data.username ?? ""} />
        </div>
      ) : (
        <Loading label="Loading your profile">
          <SkeletonText lines={6} />
        </Loading>
      )}
    </Panel>
  );
}

type Fields = { name: string; locale: "en" | "bn"; timeZone: string; phone: string };

const valuesOf = ({ name, locale, timeZone, phone }: ProfileView): Fields => ({
  name,
  locale: locale === "bn" ? "bn" : "en",
  timeZone: timeZone ?? "",
  phone: phone ?? "",
});

const isPhone = (text: string) =>
  text.trim() === "" || /^\+?[\d\s().-]{6,30}$/u.test(text.trim()) || "Digits only, with a + in front for the country.";

function ProfileForm({ profile }: { readonly profile: ProfileView }) {
  const form = useForm<Fields>({ defaultValues: valuesOf(profile) });
  const { errors, isDirty } = form.formState;
  const save = useCommand(updateMe, { refresh: [getMe, getProfile, listMembers], onSuccess: () => form.reset(form.getValues()) });
  const rest = useRefusals(form, save.error);
  const submit = form.handleSubmit(({ name, locale, timeZone, phone }) => {
    const given = phone.trim();
    save.mutate({ body: { name: name.trim(), locale, phone: given === "" ? null : given, ...(timeZone === "" ? {} : { timeZone }) } });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Field label="Name" error={errors.name?.message} required>
        <Input
          autoComplete="name"
          maxLength={100}
          {...form.register("name", { validate: (name) => name.trim().length > 1 || "Write your name, at least two letters." })}
        />
      </Field>
      <Field label="Telephone (optional)" hint="For questions about a delivery." error={errors.phone?.message}>
        <Input type="tel" autoComplete="tel" maxLength={30} {...form.register("phone", { validate: isPhone })} />
      </Field>
      <Field label="Language" hint="The pages are in English for now; your choice is kept for when they are not.">
        <Select {...form.register("locale")}>
          <option value="en">English</option>
          <option value="bn">বাংলা (Bangla)</option>
        </Select>
      </Field>
      <Field label="Time zone">
        <Select {...form.register("timeZone")}>
          <option value="">As on this device</option>
          {timeZones(profile.timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Select>
      </Field>
      <SaveRow command={{ ...save, error: rest }} isDirty={isDirty}>
        Save
      </SaveRow>
    </form>
  );
}

function UsernameForm({ username }: { readonly username: string }) {
  const form = useForm({ defaultValues: { username } });
  const choose = useCommand(chooseUsername, { refresh: [getProfile], onSuccess: (answer) => form.reset(answer) });
  const rest = useRefusals(form, choose.error);
  const submit = form.handleSubmit((body) => choose.mutate({ body }));
  const shape = (text: string) => {
    const parsed = Username.safeParse(text);
    return parsed.success || `Not a username: ${parsed.error.issues[0]?.message ?? "3 to 30 small letters, digits and hyphens"}.`;
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Field
        label="Username (optional)"
        hint="Small letters, digits and hyphens; nobody else can have the same."
        error={form.formState.errors.username?.message}
      >
        <Input autoComplete="nickname" autoCapitalize="none" spellCheck={false} maxLength={30} {...form.register("username", { validate: shape })} />
      </Field>
      <SaveRow command={{ ...choose, error: rest }} isDirty={form.formState.isDirty} variant="secondary">
        Take this username
      </SaveRow>
    </form>
  );
}
