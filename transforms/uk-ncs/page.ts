import type { ProfileExtract } from "../../sources/uk-ncs/profile-extract.ts";
import type { Page } from "../pages/page.ts";

/** One job profile on its way to facts. */
export type PageContext = Page<ProfileExtract>;
