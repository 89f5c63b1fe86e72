import { describeCases } from "../workbooks/describe-cases.ts";
import { cases } from "./cases.ts";

describeCases(cases);
