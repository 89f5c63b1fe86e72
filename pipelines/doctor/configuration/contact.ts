import { InvalidContact, userAgent } from "../../../sources/fetching/user-agent.ts";
import { TOOL_VERSION } from "../../tool-version.ts";
import { type DoctorCheck, error, ok, warning } from "../doctor-check.ts";

/** Publishers can reach whoever runs this. */
export const contactCheck: DoctorCheck = {
  area: "configuration",
  name: "contact",
  look: ({ contact }) => {
    if (contact === undefined)
      return [
        warning(
          "No contact is set: a live refresh is refused without one.",
          "Set OCCUPATIONS_CONTACT to a mailbox that is read, or give --contact.",
        ),
      ];
    try {
      return [ok(`Publishers see "${userAgent(TOOL_VERSION, contact)}".`)];
    } catch (thrown) {
      if (!(thrown instanceof InvalidContact)) throw thrown;
      return [error(thrown.message, "Set OCCUPATIONS_CONTACT, or --contact, to a plain mailbox.")];
    }
  },
};
