import { readFileSync, writeFileSync } from "node:fs";
import { describeModel, type ModelDescription } from "../../transforms/model/model-description.ts";
import { compareModels } from "../../transforms/model/model-difference.ts";
import { lawfulVersion } from "../../transforms/model/schema-version.ts";

/** Records the model of this program as the released one: from now on, a change is measured against it. */
const PATH = "transforms/model/released.json";
const released = JSON.parse(readFileSync(PATH, "utf8")) as ModelDescription;
const model = describeModel();
const changes = compareModels(released, model);
const lawful = lawfulVersion(
  released.schema_version,
  changes.map(({ step }) => step),
);
for (const { step, what } of changes) process.stdout.write(`${step}: ${what}\n`);
if (model.schema_version === lawful) {
  writeFileSync(PATH, `${JSON.stringify(model, undefined, 2)}\n`);
  process.stdout.write(`Schema ${lawful} is recorded in ${PATH}.\n`);
} else {
  process.stderr.write(
    `SCHEMA_VERSION is ${model.schema_version}; after ${released.schema_version} and these changes it must be ${lawful}. Nothing was recorded.\n`,
  );
  process.exitCode = 1;
}
