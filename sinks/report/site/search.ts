import { createNameIndex } from "./name-index.ts";

window.occupationsSearch = { createNameIndex };
