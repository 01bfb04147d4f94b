import { toJsonSchema } from '@valibot/to-json-schema';
import { specificationSchema } from '../../src/specification.js';

/** Where the schema lies in the project and in the package. */
export const schemaFile = 'schemas/architecture.schema.json';

/**
 * The JSON Schema of service specifications, for editors and other validators.
 *
 * @param homepage the project's address.
 */
export function architectureSchema(homepage: string): string {
  const schema = toJsonSchema(specificationSchema, {
    target: 'draft-07',
    // Keys of the user's own are allowed everywhere; the check drops them before it validates.
    overrideSchema: ({ valibotSchema, jsonSchema }) => (valibotSchema.type === 'strict_object' ? { ...jsonSchema, patternProperties: { '^x-': {} } } : undefined),
  });
  const { $schema, title, description, ...rest } = schema;
  return `${JSON.stringify({ $schema, $id: `${homepage}/blob/main/${schemaFile}`, title, description, ...rest }, undefined, 2)}\n`;
}
