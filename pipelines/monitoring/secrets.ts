import type { World } from "../world.ts";

/** Names of variables whose values are nobody's business. */
const SECRET_NAME = /PASSWORD|PASSPHRASE|TOKEN|SECRET|_KEY$/i;

/** Shorter words would be hidden where they mean something else. */
const SHORTEST_SECRET = 6;

/** Takes every secret that the environment holds out of a line, also where JSON has escaped it. */
export function hideSecrets(env: World["env"]): (line: string) => string {
  const secrets = secretsIn(env).flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return (line) => secrets.reduce((hidden, secret) => hidden.replaceAll(secret, "[hidden]"), line);
}

function secretsIn(env: World["env"]): readonly string[] {
  const named = Object.entries(env).flatMap(([name, value]) =>
    SECRET_NAME.test(name) && value !== undefined ? [value] : [],
  );
  return [...named, ...partsOfAddress(env.OCCUPATIONS_WEBHOOK)].filter(
    (secret) => secret.length >= SHORTEST_SECRET,
  );
}

/** Whoever knows the path of a webhook can write to its channel. */
function partsOfAddress(address: string | undefined): readonly string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const { pathname, search, password } = new URL(address);
  return [pathname + search, pathname, search, password];
}
