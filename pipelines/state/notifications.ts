import type Database from "better-sqlite3";

/** What the operator was last told of something, and since when it is so. */
export type Told = { readonly subject: string; readonly state: string; readonly since: string };

export type PendingNotification = {
  readonly id: string;
  readonly channel: string;
  /** JSON. */
  readonly message: string;
  /** How often it was tried so far. */
  readonly attempts: number;
};

/** What is to be remembered of a run, in one transaction. */
export type NotificationRecord = {
  /** Everything that the operator knows from now on. */
  readonly told: readonly Told[];
  /** NULL where nothing has changed. */
  readonly message: { readonly id: string; readonly createdAt: string; readonly json: string } | null;
  readonly channels: readonly string[];
};

export type Notifications = {
  readonly told: () => readonly Told[];
  readonly record: (record: NotificationRecord) => void;
  /** Oldest first. */
  readonly pending: (channel: string) => readonly PendingNotification[];
  readonly remove: (id: string, channel: string) => void;
  /** Everything that waits on a channel has waited once more. */
  readonly countAttempt: (channel: string) => void;
  /** Forgets what waits on channels that are no longer wanted. */
  readonly keepChannels: (channels: readonly string[]) => void;
};

export function notificationsIn(database: Database.Database): Notifications {
  const told = database.prepare<[], Told>("SELECT subject, state, since FROM told ORDER BY subject");
  const forget = database.prepare("DELETE FROM told");
  const tell = database.prepare("INSERT INTO told (subject, state, since) VALUES (:subject, :state, :since)");
  const insert = database.prepare(
    "INSERT OR IGNORE INTO notification (id, channel, created_at, message) VALUES (?, ?, ?, ?)",
  );
  const pending = database.prepare<[string], PendingNotification>(
    "SELECT id, channel, message, attempts FROM notification WHERE channel = ? ORDER BY created_at, id",
  );
  const remove = database.prepare("DELETE FROM notification WHERE id = ? AND channel = ?");
  const count = database.prepare("UPDATE notification SET attempts = attempts + 1 WHERE channel = ?");
  const removeOthers = database.prepare(
    "DELETE FROM notification WHERE channel NOT IN (SELECT value FROM json_each(?))",
  );
  const record = database.transaction(({ told: entries, message, channels }: NotificationRecord) => {
    forget.run();
    for (const entry of entries) tell.run(entry);
    if (message === null) return;
    for (const channel of channels) insert.run(message.id, channel, message.createdAt, message.json);
  });
  return {
    told: () => told.all(),
    record: (entry) => record(entry),
    pending: (channel) => pending.all(channel),
    remove: (id, channel) => void remove.run(id, channel),
    countAttempt: (channel) => void count.run(channel),
    keepChannels: (channels) => void removeOthers.run(JSON.stringify(channels)),
  };
}

/** How many notifications wait on all channels together. */
export function pendingIn(database: Database.Database): number {
  return database.prepare<[], number>("SELECT count(*) FROM notification").pluck().get() ?? 0;
}
