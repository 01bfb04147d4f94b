import { describe, expect, it } from 'vitest';
import { handlers } from '../../src/analysis/handlers.js';
import { servesOneClient } from '../../src/analysis/one-client.js';
import { defaultSettings, type Settings } from '../../src/settings.js';
import { sourceOf } from '../helpers/source.js';

const tool = "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; export function add(server: McpServer) { server.tool('a', async () => 1); }";
const local = "import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'; await server.connect(new StdioServerTransport());";
const remote = "import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'; await server.connect(new StreamableHTTPServerTransport({}));";

/** Whether the first handler of `code` serves one client, in a package whose entry is `entry`. */
function serves(code: string, entry?: string, settings: Settings = defaultSettings): boolean {
  const text = entry === undefined ? undefined : { text: entry, modified: 1 };
  const host = {
    resolve: (specifier: string, from: string) => (specifier === './src/index' && from === '/app/package.json' && text ? '/app/src/index.ts' : undefined),
    read: () => text,
    manifest: () => ({ directory: '/app', dependencies: {} }),
  };
  const source = sourceOf(code, { filename: '/app/src/tools.ts', context: { host, settings } });
  return servesOneClient(source, handlers(source)[0]!);
}

describe('a handler serves one client', () => {
  it('as a tool of a server over standard input and output', () => {
    expect(serves(`${tool} ${local}`)).toBe(true);
    expect(serves(tool, local)).toBe(true);
  });

  it('not over HTTP, nor where nobody can tell', () => {
    expect(serves(`${tool} ${remote}`)).toBe(false);
    expect(serves(tool, remote)).toBe(false);
    expect(serves(tool)).toBe(false);
    expect(serves(tool, local, { ...defaultSettings, crossFile: false })).toBe(false);
  });

  it('not as a route of the same program', () => {
    expect(serves(`${local} export const page = (req, res) => { res.end(); };`, local)).toBe(false);
  });
});
