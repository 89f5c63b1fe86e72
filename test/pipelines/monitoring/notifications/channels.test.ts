import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { channelsFrom } from "../../../../pipelines/monitoring/notifications/channel.ts";
import { commandChannel } from "../../../../pipelines/monitoring/notifications/command-channel.ts";
import { notificationMessage } from "../../../../pipelines/monitoring/notifications/message.ts";
import {
  webhookChannel,
  webhookFault,
} from "../../../../pipelines/monitoring/notifications/webhook-channel.ts";
import { temporaryFolder } from "../../../sinks/temporary-folder.ts";
import { DEGRADED } from "../run-report.ts";
import { startHookServer } from "./hook-server.ts";

const MESSAGE = notificationMessage(DEGRADED, "/srv/data", [
  { subject: "run", from: "fresh", to: "degraded", isGood: false, reason: "A page is gone." },
]);

describe("a webhook", () => {
  test("gets the message as JSON", async () => {
    const hook = await startHookServer();
    await webhookChannel(hook.url).send(MESSAGE);
    expect(hook.received).toEqual([MESSAGE]);
  });

  test.each([
    ["an error", 500, {}],
    ["a redirect, which is not followed", 302, { location: "/elsewhere" }],
  ])("that answers with %s has not been told", async (_, status, headers) => {
    const hook = await startHookServer();
    hook.answer = (response) => response.writeHead(status, headers).end();
    await expect(webhookChannel(hook.url).send(MESSAGE)).rejects.toThrow(`answered ${status}`);
    expect(hook.received).toHaveLength(1);
  });

  test("that does not answer in time has not been told", async () => {
    const hook = await startHookServer();
    hook.answer = () => {};
    await expect(webhookChannel(hook.url, 100).send(MESSAGE)).rejects.toThrow("did not answer within 0.1 s");
  });

  test("is not given away by what is said of its failures", async () => {
    const hook = await startHookServer();
    hook.answer = (response) => response.destroy();
    const errors = [
      hook.url,
      "http://127.0.0.1:1/hook/secret-token",
      "ftp://h/secret",
      "secret:no-address",
    ].map((url) => webhookChannel(url).send(MESSAGE).catch(String));
    for (const error of await Promise.all(errors)) {
      expect(error).toMatch(/^Error: /);
      expect(error).not.toContain("secret");
    }
  });

  test.each(["https://hooks.example.org/x", "http://127.0.0.1:9/x", "http://localhost/x", "http://[::1]/x"])(
    "can be %s",
    (url) => expect(webhookFault(url)).toBeUndefined(),
  );

  test.each(["http://hooks.example.org/x", "http://127.0.0.1.example.org/", "file:///etc/passwd", "hook"])(
    "cannot be %s",
    (url) => expect(webhookFault(url)).toContain("OCCUPATIONS_WEBHOOK"),
  );
});

/** A command that is a few lines of Node. */
const node = (script: string, ...args: readonly string[]) => ({
  program: process.execPath,
  args: ["-e", script, ...args],
});

const WRITE_DOWN = `
  const chunks = [];
  process.stdin.on("data", (chunk) => chunks.push(chunk)).on("end", () =>
    require("node:fs").writeFileSync(process.argv[1], JSON.stringify({
      message: JSON.parse(Buffer.concat(chunks).toString()), env: process.env, args: process.argv.slice(2) })));`;

describe("a command", () => {
  test("reads the message on stdin, gets its arguments as they are, and no secrets", async () => {
    const file = join(temporaryFolder(), "told.json");
    const env = { PATH: "/usr/bin", OCCUPATIONS_WEBHOOK: "https://h/secret", PGPASSWORD: "secret" };
    await commandChannel(node(WRITE_DOWN, file, "$HOME; echo"), env).send(MESSAGE);
    const told = JSON.parse(readFileSync(file, "utf8"));
    expect(told.message).toEqual(MESSAGE);
    expect(told.args).toEqual(["$HOME; echo"]);
    expect(told.env).toMatchObject({ OCCUPATIONS_EVENT: "degraded", OCCUPATIONS_RUN: DEGRADED.run });
    expect(JSON.stringify(told.env)).not.toContain("secret");
  });

  test.each([
    [
      "ends with another code than 0",
      node("console.error('no modem'); process.exit(3)"),
      /ended with 3\. It said: no modem/,
    ],
    ["is not there", { program: "/no/such/notify", args: [] }, /could not be started: .*ENOENT/],
  ])("that %s has not told anybody", async (_, command, reason) => {
    await expect(commandChannel(command, {}).send(MESSAGE)).rejects.toThrow(reason);
  });

  test("that does not end in time is stopped", async () => {
    const endless = node("setInterval(() => {}, 1000)");
    await expect(commandChannel(endless, {}, 300).send(MESSAGE)).rejects.toThrow("was stopped by SIGKILL");
  });

  test("need not read what it is told", async () => {
    const long = { ...MESSAGE, what_to_do: ["x".repeat(5_000_000)] };
    const deaf = node("process.stdin.destroy(); process.exit(0)");
    await expect(commandChannel(deaf, {}).send({ ...long, text: "short" })).resolves.toBeUndefined();
  });
});

test("both ways are taken where the environment names both, and none where it names none", () => {
  const env = { OCCUPATIONS_WEBHOOK: "https://h/x", OCCUPATIONS_NOTIFY_COMMAND: " /bin/notify --to  ops " };
  expect(channelsFrom(env).map(({ name }) => name)).toEqual(["webhook", "command"]);
  expect(channelsFrom({ OCCUPATIONS_WEBHOOK: "", OCCUPATIONS_NOTIFY_COMMAND: " " })).toEqual([]);
});
