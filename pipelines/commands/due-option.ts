import { UsageError } from "../errors/usage-error.ts";

type Options = {
  readonly due?: boolean;
  readonly force?: boolean;
  readonly offline?: boolean;
  readonly sample?: boolean;
  readonly mirror?: string;
  readonly source?: readonly string[];
  readonly only?: readonly string[];
};

/**
 * Whether a refresh asks only the sources that are due. Publishers are asked by the schedule; whoever names sources or
 * documents, has a mirror or the sample, or says `--force`, means now, unless `--due` says otherwise.
 *
 * @throws UsageError where `--due` contradicts another option.
 */
export function honoursSchedule(options: Options): boolean {
  const { due = false, force = false, offline = false, sample = false, mirror } = options;
  const contrary = [force && "--force", offline && "--offline"].find((name) => name !== false);
  if (due && contrary !== undefined)
    throw new UsageError(`--due and ${contrary} exclude each other. Choose one.`);
  const isNamed = (options.source ?? []).length > 0 || (options.only ?? []).length > 0;
  return due || !(force || offline || sample || mirror !== undefined || isNamed);
}
