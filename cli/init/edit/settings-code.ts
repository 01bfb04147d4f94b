import type { ProposedSettings } from '../proposal.js';

/**
 * A configuration object with the settings.
 *
 * @param plugin the plugin's local name, whose `specification()` adds a hash of that file.
 */
export function settingsCode(settings: ProposedSettings, plugin: string, quote: string): string {
  const { spec, ...rest } = settings;
  const values = [
    ...(spec ? [`...${plugin}.specification(${quote}${spec}${quote})`] : []),
    ...Object.entries(rest).map(([key, value]) => `${key}: ${literal(value, quote)}`),
  ];
  return `{\n  settings: {\n    archprinciples: { ${values.join(', ')} },\n  },\n}`;
}

/** A value of JSON in JavaScript, on one line. */
function literal(value: unknown, quote: string): string {
  if (typeof value === 'string') return `${quote}${value}${quote}`;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, quote)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(([key, item]) => `${key}: ${literal(item, quote)}`).join(', ')} }`;
  return String(value);
}
