import { defineLibrary } from '../schema.js';

export default defineLibrary({
  package: 'fastmcp',
  title: 'FastMCP',
  roles: ['llm-tool'],
  checked: ['4.20.16'],
  evidence: 'd.ts',
  exports: { FastMCP: { new: { returns: '#Server' }, is: '#Server' } },
  types: {
    Server: {
      members: {
        addTool: { call: { roles: ['llm-tool'], args: { name: '0.name' }, registers: { kind: 'tool', path: '0.name', handler: '0.execute', rejections: 'handled', request: 0 } } },
        'addResource|addPrompt|addResourceTemplate': { call: { roles: ['llm-tool'], registers: { kind: 'tool', path: '0.name', handler: '0.load', rejections: 'handled', request: 0 } } },
      },
    },
  },
});
