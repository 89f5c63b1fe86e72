/** No URLs, comments or quoted local parts: publishers match this text with patterns of their own. */
const mailbox =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/;
const longestMailbox = 254;
const versionWord = /^[A-Za-z0-9.+-]+$/;

/** The name under which robots.txt may speak to us. */
export const robotName = "occupations";

export class InvalidContact extends Error {
  override readonly name = "InvalidContact";
  constructor(contact: string) {
    super(
      `The contact ${JSON.stringify(contact)} is not a plain e-mail address. ` +
        "Publishers get it in the User-Agent to reach whoever runs this; nothing was asked. " +
        "Give a mailbox in ASCII, such as data@example.org.",
    );
  }
}

/** `occupations/1.2.0 (data@example.org)`. @throws InvalidContact */
export function userAgent(toolVersion: string, contact: string | undefined): string {
  if (!versionWord.test(toolVersion)) {
    throw new Error(`The tool version ${JSON.stringify(toolVersion)} cannot stand in a User-Agent header.`);
  }
  if (contact === undefined) return `${robotName}/${toolVersion}`;
  if (contact.length > longestMailbox || !mailbox.test(contact)) throw new InvalidContact(contact);
  return `${robotName}/${toolVersion} (${contact})`;
}
