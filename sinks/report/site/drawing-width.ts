const WIDEST = 992;
const MARGINS = 40;

/** How wide a plot is drawn: as wide as the page, so that its words are neither shrunk nor stretched. */
export function drawingWidth(): number {
  return Math.max(280, Math.min(WIDEST, document.documentElement.clientWidth - MARGINS));
}
