/** Tells a person how far a run is. */
export type Progress = {
  readonly begin: (title: string, total: number) => void;
  readonly tick: (detail: string) => void;
  readonly end: () => void;
  /** A line that stays. */
  readonly say: (line: string) => void;
};
