import { defineLibrary, type Entity } from '../schema.js';

const value = { value: '0' };
/** A schema: whatever is called on it gives a schema again, but for the calls that check a value. */
const schema: Entity = {
  members: {
    'parse|safeParse|decode|safeDecode': { call: { roles: ['validator'], args: value } },
    'parseAsync|safeParseAsync|spa|decodeAsync|safeDecodeAsync': { call: { roles: ['validator'], async: true, args: value } },
    shape: { members: { '*': { is: '#Schema' } } },
    '*': { call: { returns: '#Schema' } },
  },
};
const z: Entity = {
  members: {
    'parse|safeParse': { call: { roles: ['validator'], args: { schema: '0', value: '1' } } },
    'parseAsync|safeParseAsync': { call: { roles: ['validator'], async: true, args: { schema: '0', value: '1' } } },
    'coerce|iso': { members: { '*': { call: { returns: '#Schema' } } } },
    'ZodType|ZodSchema|ZodObject|Schema|ZodTypeAny': { is: '#Schema' },
    '*': { call: { returns: '#Schema' } },
  },
};

export default defineLibrary({
  package: 'zod',
  aliases: ['zod/v4', 'zod/v3', 'zod/mini', 'zod/v4-mini'],
  title: 'Zod',
  roles: ['validator'],
  checked: ['3.25.76', '4.6.7'],
  evidence: 'export listing of 3 and 4; d.ts',
  exports: {
    default: z,
    z,
    'ZodType|ZodSchema|ZodObject|ZodTypeAny': { is: '#Schema' },
    ZodError: {},
    'object|string|number|array|union|enum|literal|boolean|record|discriminatedUnion|optional|strictObject|email|uuid': { call: { returns: '#Schema' } },
    'parse|safeParse': { call: { roles: ['validator'], args: { schema: '0', value: '1' }, versions: '>=4' } },
  },
  types: { Schema: schema },
});
