import type { Check } from "./check.ts";

export const idsAreUnique: Check = {
  rule: "ids-are-unique",
  protects:
    "Two ids that differ in case or in Unicode form only are one occupation, and one file on some disks.",
  severity: "error",
  find: async (database) => {
    const rows = await database
      .selectFrom("occupation")
      .select(["id", "scheme", "code", "source_id", "capture_id"])
      .orderBy("id")
      .execute();
    const first = new Map<string, string>();
    return rows.flatMap(({ id, scheme, code, source_id, capture_id }) => {
      const place = { source_id, occupation_id: id, capture_id };
      const folded = id.normalize("NFKC").toLowerCase();
      const twin = first.get(folded);
      first.set(folded, twin ?? id);
      if (twin !== undefined)
        return [{ ...place, message: `It differs from ${twin} in its letters' form only.` }];
      if (id !== `${scheme}/${code}`)
        return [{ ...place, message: `The id is not made of ${scheme} and ${code}.` }];
      return [];
    });
  },
};
