import packageFile from "../package.json" with { type: "json" };

/** Version of this program, as `package.json` tells it. */
export const TOOL_VERSION: string = packageFile.version;
