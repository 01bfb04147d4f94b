import { defineLibrary, type Registers } from '../schema.js';

const tool: Omit<Registers, 'handler'> = { kind: 'tool', rejections: 'handled', request: 0 };

export default defineLibrary({
  package: '@modelcontextprotocol/sdk*',
  aliases: ['@modelcontextprotocol/server*', 'mcp-handler', '@vercel/mcp-adapter'],
  title: 'MCP server',
  roles: ['llm-tool'],
  checked: ['1.32.2'],
  evidence: 'd.ts',
  exports: {
    McpServer: { new: { returns: '#McpServer' }, is: '#McpServer' },
    Server: { new: { returns: '#Server' }, is: '#Server' },
    // Standard input and output belong to the one client that started the process.
    StdioServerTransport: { new: { roles: ['local-transport'] } },
    createMcpHandler: { call: { passes: { 0: ['#McpServer'] } } },
  },
  types: {
    McpServer: {
      members: {
        'tool|registerTool|resource|registerResource|prompt|registerPrompt': { call: { roles: ['llm-tool'], args: { name: '0' }, registers: { ...tool, path: '0', handler: 'last' } } },
        server: { is: '#Server' },
      },
    },
    Server: { members: { setRequestHandler: { call: { roles: ['llm-tool'], registers: { ...tool, handler: '1|last' } } } } },
  },
});
