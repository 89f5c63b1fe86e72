import { growthAndPayPage } from "./growth-and-pay.ts";
import { mapPage } from "./map.ts";
import { payByEducationPage } from "./pay-by-education.ts";

window.occupationsPlots = {
  pages: { map: mapPage, "growth-and-pay": growthAndPayPage, "pay-by-education": payByEducationPage },
};
