/**
 * What an SQL text says of itself by its first words: whether it reads or writes, and which table it names first.
 * Does not see: what procedures and functions do (`CALL`, `SELECT refresh()`), rules and triggers, the second statement of several.
 */
export interface SqlText {
  /** `schema`: creates or changes tables, not rows. `control`: transactions and session settings, which do neither. */
  readonly kind: 'read' | 'write' | 'schema' | 'control' | 'unknown';
  /** The first table, without schema and quotes. */
  readonly table?: string;
  /** Reads no table: `SELECT 1`, `SELECT now()`. */
  readonly probe: boolean;
}

const reading = /^(?:select|values|table|show|describe|desc|explain|pragma|from)\b/iu;
const writing = /^(?:insert|update|delete|merge|replace|upsert|truncate|copy|load)\b/iu;
const defining = /^(?:create|alter|drop|grant|revoke|vacuum|analyze|reindex|refresh|rename|comment)\b/iu;
const control = /^(?:begin|start|commit|end|rollback|abort|savepoint|release|set|reset|lock|unlock|use|listen|unlisten|notify|deallocate|prepare)\b/iu;
/** A common table expression may write, and so may the statement that follows it. */
const writesWithin = /\b(?:insert\s+into|update\s+(?:only\s+)?["`[\w.]+\s+(?:as\s+\w+\s+)?set|delete\s+from|merge\s+into)\b/iu;
const tableOf = /\b(?:insert\s+(?:or\s+\w+\s+|ignore\s+)?into|replace\s+into|merge\s+into|delete\s+from|update(?:\s+only)?|truncate(?:\s+table)?|(?:create|alter|drop)\s+table(?:\s+if\s+(?:not\s+)?exists)?|from)\s+((?:["`[]?[\w$-]+["`\]]?\s*\.\s*)*["`[]?[\w$-]+["`\]]?)/iu;

/** Reads the beginning of an SQL text; what is only known at run time may stand in it as `?`. */
export function readSql(text: string): SqlText {
  const sql = text.replace(/--[^\n]*|\/\*[^]*?\*\//gu, ' ').replace(/^[\s(;]+/u, '');
  const kind = kindOf(sql);
  const table = tableOf.exec(sql)?.[1]?.split('.').at(-1)?.replace(/["`[\]\s]/gu, '');
  return { kind, ...(table !== undefined && table !== '' && { table }), probe: /^select\b/iu.test(sql) && !/\bfrom\b|\?|\bpg_\w+\s*\(|\bnextval\b|\bset_config\b/iu.test(sql) };
}

function kindOf(sql: string): SqlText['kind'] {
  if (/^with\b/iu.test(sql)) return writesWithin.test(sql) ? 'write' : 'read';
  if (reading.test(sql)) return 'read';
  if (writing.test(sql)) return 'write';
  if (defining.test(sql)) return 'schema';
  return control.test(sql) ? 'control' : 'unknown';
}
