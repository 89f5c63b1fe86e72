import type { BridgeOccupation, BridgeRows } from "../../../transforms/equivalents/bridge-rows.ts";

/** The example of `sources/crosswalk/README.md`: small enough to be computed by hand. */
export const CHEFS: BridgeRows = {
  occupations: [
    occupation("isco-08/3434", "unit", "Chefs"),
    occupation("isco-08/5120", "unit", "Cooks"),
    occupation("uk-ncs/chef", "profile", "Chef"),
    occupation("uk-soc-2020/5434", "unit", "Chefs"),
    occupation("uk-soc-2020/5435", "unit", "Cooks"),
    occupation("us-ooh/chefs-and-head-cooks", "profile", "Chefs and Head Cooks"),
    occupation("us-soc-2010/35-1011", "detailed", "Chefs and Head Cooks"),
    occupation("us-soc-2018/35-1011", "detailed", "Chefs and Head Cooks"),
  ],
  names: [
    { occupation_id: "uk-soc-2020/5434", name: "Head chef" },
    { occupation_id: "uk-soc-2020/5434", name: "Sous chef" },
    { occupation_id: "uk-soc-2020/5435", name: "School cook" },
    { occupation_id: "us-ooh/chefs-and-head-cooks", name: "Sous Chef" },
  ],
  equivalents: [
    pair("uk-soc-2020/5434", "isco-08/3434", "coding-index", 15),
    pair("uk-soc-2020/5435", "isco-08/3434", "coding-index", 3),
    pair("uk-soc-2020/5435", "isco-08/5120", "coding-index", 9),
    pair("us-soc-2010/35-1011", "isco-08/3434", "published-partial"),
    pair("us-soc-2010/35-1011", "us-soc-2018/35-1011", "published"),
  ],
  covers: [
    { from_id: "uk-ncs/chef", to_id: "uk-soc-2020/5434" },
    { from_id: "us-ooh/chefs-and-head-cooks", to_id: "us-soc-2018/35-1011" },
  ],
};

export function occupation(
  id: string,
  level: string,
  title: string,
  parent_id: string | null = null,
): BridgeOccupation {
  return { id, scheme: id.slice(0, id.indexOf("/")), level, title, parent_id };
}

export function pair(from_id: string, to_id: string, method = "published", weight: number | null = null) {
  return { from_id, to_id, method, weight };
}
