import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { Request } from "../kernel/request.ts";
import { Blob, Links } from "../ports/blob.ts";
import { seal, unseal } from "../ports/seal.ts";
import { commit } from "../table/commit.ts";
import { UniqueRow } from "../table/unique.ts";
import { changing, creating, removing } from "../table/write.ts";
import * as Upload from "../upload/index.ts";
import { MembershipRow, UserRow } from "./entities.ts";
import { phoneOf } from "./phone.ts";
import { AvatarChanged, ProfileChanged, UsernameChosen } from "./event.ts";
import { Profile, type ProfileView, Username } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const Nobody = z.strictObject({});
const USERNAME = "username";
/** As long as a token lives. */
const LINK_SECONDS = 900;

const ownId = (): string | undefined => {
  const { actor } = Request.use();
  return actor.type === "member" || actor.type === "admin" ? actor.userId : undefined;
};

async function loadSelf() {
  const userId = ownId();
  return userId === undefined ? undefined : store.findUser(userId);
}

async function loadHome() {
  const userId = ownId();
  const found = userId === undefined ? undefined : await store.findHome(userId);
  return found ? { ...found, userId: found.user.userId } : undefined;
}

/** The person's own row, unless somebody else has changed it meanwhile. */
const guarded = ({ userId, version }: store.User, fields: Readonly<Record<string, string>>, emptied: readonly ("phone" | "avatarKey")[] = []) =>
  UserRow.patch({ userId })
    .set({ ...fields, version: version + 1 })
    .remove([...emptied])
    .where((row, { eq }) => eq(row.version, version));

const linkTo = async (key: string | undefined): Promise<{ readonly avatarUrl?: string }> =>
  key === undefined ? {} : { avatarUrl: await Links.use().presignGet({ key, seconds: LINK_SECONDS }) };

async function viewOf({ userId, email, name, username, phone, locale, timeZone, avatarKey }: store.User): Promise<ProfileView> {
  const given = { username, phone: phone && (await unseal(phone, phoneOf.user(userId))), timeZone };
  const shown = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { userId, email, name, locale, ...shown, ...(await linkTo(avatarKey)) };
}

/** The caller as they see themselves. */
export const profile = action({ name: "account.profile", effect: "read", input: Nobody, load: loadSelf, policy: policy.self }, async ({ record }) =>
  viewOf(record),
);

/** Changes what the caller says about themselves; the name also in the lists of members that show it. */
export const updateProfile = action(
  { name: "account.update_profile", effect: "command", input: Profile, load: loadHome, policy: policy.self },
  async ({ input, record }) => {
    const { user, seats } = record;
    const { userId } = user;
    const { name, phone } = input;
    const locale = input.locale ?? user.locale;
    const sealed = phone ? { phone: await seal(phone, phoneOf.user(userId)) } : {};
    const fields = { name, locale, ...(input.timeZone ? { timeZone: input.timeZone } : {}), ...sealed };
    const cards = seats.map(({ orgId }) => changing(MembershipRow.patch({ userId, orgId }).set({ name })));
    return commit({
      about: userId,
      writes: [changing(guarded(user, fields, phone === null ? ["phone"] : [])), ...cards],
      events: [ProfileChanged({ userId })],
      changed: { before: user, after: fields },
      reply: { name, locale },
    });
  },
);

/** Takes a name that nobody else has; the one before becomes free. Throws `username.taken`. */
export const chooseUsername = action(
  { name: "account.choose_username", effect: "command", input: z.strictObject({ username: Username }), load: loadSelf, policy: policy.self },
  async ({ input: { username }, record: user }) => {
    const { userId } = user;
    if (user.username === username) return { username };
    const before = user.username
      ? [removing(UniqueRow.remove({ scope: USERNAME, value: user.username }).where((row, { eq }) => eq(row.subjectId, userId)))]
      : [];
    return commit({
      about: userId,
      writes: [creating(UniqueRow.create({ scope: USERNAME, value: username, subjectId: userId })), changing(guarded(user, { username })), ...before],
      events: [UsernameChosen({ userId })],
      changed: { before: user, after: { username } },
      reply: { username },
      refused: (index) =>
        index === 0
          ? conflict("username.taken", "Somebody has this name already")
          : conflict("record.changed", "This changed while you were looking at it; read it again"),
    });
  },
);

const orgIdOf = (): string => {
  const { actor } = Request.use();
  return actor.type === "member" ? actor.orgId : "platform";
};

/** A slot for the caller's own picture. */
export const askAvatar = action(
  { name: "account.ask_avatar", effect: "command", input: z.strictObject({ type: Upload.ImageType }), load: loadSelf, policy: policy.self },
  async ({ input: { type }, record: { userId } }) => Upload.open({ purpose: "avatar", subjectId: userId, orgId: orgIdOf(), type }),
);

const ByUpload = z.strictObject({ uploadId: id("upload") });

/** The caller with one of the pictures they sent. */
async function loadSent({ uploadId }: z.output<typeof ByUpload>) {
  const userId = ownId();
  if (userId === undefined) return undefined;
  const [user, upload] = await Promise.all([store.findUser(userId), Upload.find(userId, uploadId)]);
  return user && upload ? { userId, user, upload } : undefined;
}

/** Whether the picture that was sent has been looked at. */
export const avatarUpload = action(
  { name: "account.avatar_upload", effect: "read", input: ByUpload, load: loadSent, policy: policy.self },
  async ({ record: { upload } }): Promise<Upload.UploadView> => Upload.viewOf(upload),
);

/** The picture before this one is gone from the storage once the new one is in its place. */
async function dropBefore({ avatarKey }: store.User): Promise<void> {
  if (avatarKey !== undefined) await Blob.use().remove(avatarKey);
}

/** Shows a picture that was sent and found to be one. Throws `upload.not_ready`. */
export const setAvatar = action(
  { name: "account.set_avatar", effect: "command", input: ByUpload, load: loadSent, policy: policy.self },
  async ({ input: { uploadId }, record: { userId, user, upload } }) => {
    const { state, key: avatarKey } = upload;
    if (state !== "ready" || avatarKey === undefined)
      throw conflict("upload.not_ready", "A picture has not been checked yet, or was refused", { uploadId });
    if (user.avatarKey === avatarKey) return { uploadId };
    const reply = await commit({
      about: userId,
      writes: [changing(guarded(user, { avatarKey })), Upload.adoptWrite(upload)],
      events: [AvatarChanged({ userId, uploadId })],
      changed: { before: user, after: { avatarKey } },
      reply: { uploadId },
    });
    await dropBefore(user);
    return reply;
  },
);

/** Takes the caller's picture away. */
export const removeAvatar = action(
  { name: "account.remove_avatar", effect: "command", input: Nobody, load: loadSelf, policy: policy.self },
  async ({ record: user }) => {
    const { userId } = user;
    const reply = await commit({
      about: userId,
      writes: [changing(guarded(user, {}, ["avatarKey"]))],
      events: [AvatarChanged({ userId })],
      changed: { before: user, after: { avatarKey: null } },
      reply: { userId },
    });
    await dropBefore(user);
    return reply;
  },
);
