import { type Answer, refuse } from "./answer.ts";

const CODE = /^[1-9]\d{0,3}$/;

/**
 * The occupation that the figures are about: the one that the answer names. With `coarse=true` the API answers with the
 * figures of the wider group where those of the unit group would rest on too few people, and says so by its code alone.
 *
 * @throws DocumentError where the answer is about another occupation than the one asked for.
 */
export function answeredCode({ url, request, at }: Answer, soc: number): string {
  const code = `${soc}`;
  const { code: asked = "", parameters } = request;
  if (!CODE.test(asked)) refuse(url, "", "a request with a SOC code of 1 to 4 digits", `“${asked}”`);
  if (!["true", "false", undefined].includes(parameters.coarse))
    refuse(url, "", "coarse=true or coarse=false", `“${parameters.coarse}”`);
  const isMeant = parameters.coarse === "true" ? asked.startsWith(code) : asked === code;
  const expected = parameters.coarse === "true" ? `${asked}, or a group that it belongs to` : asked;
  return isMeant ? code : refuse(url, `${at}/soc`, expected, code);
}
