/** `text/html; charset=UTF-8` → `text/html` and `utf-8`, both in lower case. */
export function parseMediaType(contentType: string): { mediaType: string; charset: string | undefined } {
  const [mediaType = "", ...parameters] = contentType.toLowerCase().split(";");
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(parameter)?.[1]);
  return { mediaType: mediaType.trim(), charset: charset.find((name) => name !== undefined) };
}

export const isHtmlType = (mediaType: string): boolean =>
  mediaType === "text/html" || mediaType === "application/xhtml+xml";
