import { z } from "zod";

/**
 * What Data Package v2 and Table Schema v2 demand of a package of CSV files, in our own words: the published profile is in
 * no npm package, and tests have no network. What the profile leaves open and we use is closed here.
 */
const path = z.string().regex(/^(?![./~])(?!.*\.\.\/)[^\\:]+$|^https?:\/\/.+$/);
const webAddress = z.url({ protocol: /^https?$/ });
const nonEmpty = z.string().min(1);

const constraints = {
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
};
const stringConstraints = {
  ...constraints,
  pattern: nonEmpty.optional(),
  enum: z.array(z.string()).min(1).refine(isUnique).optional(),
};
const numberConstraints = { ...constraints, minimum: z.number().optional(), maximum: z.number().optional() };

const fieldOf = (type: string, shape: z.core.$ZodLooseShape) =>
  z.strictObject({
    name: nonEmpty,
    type: z.literal(type),
    description: nonEmpty,
    constraints: z.strictObject(shape).optional(),
  });

const field = z.union([
  fieldOf("string", stringConstraints),
  fieldOf("number", numberConstraints),
  fieldOf("integer", numberConstraints),
]);

const names = z.array(nonEmpty).min(1).refine(isUnique);

const tableSchema = z
  .strictObject({
    fields: z.array(field).min(1),
    missingValues: z.array(z.string()),
    primaryKey: names.optional(),
    uniqueKeys: z.array(names).min(1).optional(),
    foreignKeys: z
      .array(
        z.strictObject({ fields: names, reference: z.strictObject({ resource: nonEmpty, fields: names }) }),
      )
      .min(1)
      .optional(),
  })
  .refine(({ fields, primaryKey = [], uniqueKeys = [], foreignKeys = [] }) => {
    const known = fields.map(({ name }) => name);
    const used = [...primaryKey, ...uniqueKeys.flat(), ...foreignKeys.flatMap((one) => one.fields)];
    return isUnique(known) && used.every((name) => known.includes(name));
  }, "A key is of fields that there are.");

const resource = z.strictObject({
  name: z.string().regex(/^[a-z0-9._-]+$/),
  type: z.literal("table"),
  description: nonEmpty,
  path,
  format: z.literal("csv"),
  mediatype: z.string().regex(/^.+\/.+$/),
  encoding: z.literal("utf-8"),
  bytes: z.int(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  dialect: z.strictObject({
    delimiter: z.literal(","),
    lineTerminator: z.literal("\r\n"),
    quoteChar: z.literal('"'),
    doubleQuote: z.literal(true),
    header: z.literal(true),
  }),
  schema: tableSchema,
});

export const dataPackageRules = z
  .strictObject({
    $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
    name: z.string().regex(/^[a-z0-9._-]+$/),
    title: nonEmpty,
    description: nonEmpty,
    version: nonEmpty,
    created: z.iso.datetime(),
    licenses: z.array(z.strictObject({ path: webAddress, title: nonEmpty })).min(1),
    sources: z.array(z.strictObject({ title: nonEmpty, path: webAddress, version: nonEmpty.optional() })),
    resources: z.array(resource).min(1),
  })
  .refine(({ resources }) => isUnique(resources.map(({ name }) => name)), "Names of resources are unique.")
  .refine(({ resources }) => {
    const known = new Set(
      resources.flatMap(({ name, schema }) => schema.fields.map((one) => `${name}.${one.name}`)),
    );
    const references = resources.flatMap(({ schema }) =>
      (schema.foreignKeys ?? []).map((key) => key.reference),
    );
    return references.every((one) => one.fields.every((name) => known.has(`${one.resource}.${name}`)));
  }, "A foreign key leads to a field that there is.");

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
