import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SCHEMA_VERSION } from "../../../transforms/model/model.ts";
import { describeModel, type ModelDescription } from "../../../transforms/model/model-description.ts";
import { compareModels } from "../../../transforms/model/model-difference.ts";
import { lawfulVersion } from "../../../transforms/model/schema-version.ts";

const RELEASED = join(import.meta.dirname, "../../../transforms/model/released.json");

test("SCHEMA_VERSION has moved as far as the changes since the released model ask for", () => {
  const released = JSON.parse(readFileSync(RELEASED, "utf8")) as ModelDescription;
  const changes = compareModels(released, describeModel());
  const lawful = lawfulVersion(
    released.schema_version,
    changes.map(({ step }) => step),
  );
  expect(SCHEMA_VERSION, changes.map(({ step, what }) => `${step}: ${what}`).join("\n")).toBe(lawful);
});
