import { defineLibrary, type Entity } from '../schema.js';

const Value: Entity = { members: { 'Check|Parse|Decode|Assert|Errors': { call: { roles: ['validator'], args: { schema: '0', value: '1' } } } } };
const compile: Entity = { call: { roles: ['validator'], returns: '#Check', args: { schema: '0' } } };

export default defineLibrary({
  package: '@sinclair/typebox',
  aliases: ['typebox', '@sinclair/typebox/value', 'typebox/value', '@sinclair/typebox/compiler', 'typebox/compile'],
  title: 'TypeBox',
  roles: ['validator'],
  checked: ['0.34.52'],
  evidence: 'export listing of the sub-paths',
  exports: { Value, TypeCompiler: { members: { Compile: compile } }, Compile: compile, 'Type|Static|TSchema': {} },
  types: { Check: { members: { 'Check|Errors|Decode|Parse': { call: { roles: ['validator'], args: { value: '0' } } } } } },
});
