import { type Asking, askHost, isSendable } from "./ask-host.ts";
import type { AskedHost } from "./asked-host.ts";
import type { Attempted } from "./fetch-failure.ts";
import { askedAddress } from "./mirror-address.ts";
import { followRedirects, type RedirectOptions } from "./redirects.ts";
import { type RetryOptions, retrying } from "./retrying.ts";
import {
  type RobotsEntry,
  type RobotsRules,
  type RobotsStore,
  robotsMaximumBytes,
  robotsRules,
  robotsText,
} from "./robots.ts";

/** Asks a host for its robots.txt, conditionally where it is known; whoever cannot be understood is parked. */
export async function askRobots(
  asking: Asking,
  host: AskedHost,
  robotsUrl: URL,
  options: RedirectOptions & RetryOptions & { readonly store: RobotsStore },
): Promise<Attempted<RobotsRules>> {
  const key = asking.mirror === undefined ? host.name : askedAddress(robotsUrl, asking.mirror).href;
  const known = options.store.read(key);
  const isConditional = isSendable(known?.validators.etag) || isSendable(known?.validators.lastModified);
  const wish = {
    mediaTypes: ["text/plain"],
    maximumBytes: robotsMaximumBytes,
    validators: known?.validators,
  };
  const found = await retrying(
    host,
    robotsUrl,
    () => followRedirects(robotsUrl, (url) => askHost(asking, host, url, wish), options),
    options,
  );
  const answer = "failure" in found ? found : { wanted: found.wanted.answer };
  const text = robotsText(robotsUrl, answer, isConditional ? known : undefined, asking.hasContact);
  if ("failure" in text) {
    if (text.failure.parks === true) host.park(text.failure.message);
    return text;
  }
  const received = "wanted" in answer ? answer.wanted : undefined;
  const entry: RobotsEntry = {
    text: text.wanted,
    validators:
      received?.status === 304 && known !== undefined
        ? known.validators
        : { etag: received?.headers.etag, lastModified: received?.headers["last-modified"] },
    fetchedAt: asking.clock().toISOString(),
  };
  options.store.write(key, entry);
  return keepDistance(asking, host, robotsUrl, robotsRules(robotsUrl, text.wanted));
}

/** A publisher may ask for a larger gap than we keep, within reason; a mirror's operator asks for none. */
function keepDistance(
  asking: Asking,
  host: AskedHost,
  robotsUrl: URL,
  rules: RobotsRules,
): Attempted<RobotsRules> {
  const delay = rules.crawlDelayMilliseconds;
  if (asking.mirror !== undefined || delay === undefined) return { wanted: rules };
  if (delay > asking.limits.longestWaitMilliseconds) {
    const message = `${robotsUrl.href} asks for ${delay / 1000} seconds between two requests, which is longer than a run waits. Nothing is asked of ${host.name} in this run. Ask the publisher for another way to its documents.`;
    host.park(message);
    return { failure: { kind: "robots", status: 200, message, again: "no", parks: true } };
  }
  host.queue.widenGapTo(delay);
  return { wanted: rules };
}
