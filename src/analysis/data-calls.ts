import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName } from './callee-names.js';
import { chainFrom, hasOperation, isRun } from './data-statements.js';
import { sqlOf, sqlOfTag, targetOf } from './data-targets.js';
import { usesOfReached, type Use } from './facts.js';
import { defineService, type SourceCode } from './service.js';
import { readSql } from './sql-text.js';
import { propertyName, unwrap } from './syntax.js';

/**
 * Which database statements does this file run: with an ORM, a query builder or a driver?
 *
 * One entry per statement that runs, however many calls its chain has. Fragments and subqueries that are only built do not count,
 * nor do caches, object storage, search and vector stores, `BEGIN` and `COMMIT`. Works through clients, models and repositories made
 * in the file, imported from one file away, injected by type, or handed to a callback (`$transaction((tx) => ...)`).
 * Does not see: clients that a framework puts on its context (`ctx.db`, `app.pg`), the project's own repository classes (see `reached-calls.ts`).
 * Asked of a file that was read because another imports it, it sees clients one import away from that file too.
 */
export interface DataCall {
  /** The call, tagged template or command object that names the operation: `User.find()` of `User.find().sort()`. */
  readonly node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression | TSESTree.NewExpression;
  /** The whole chain, up to its last call: the expression that is awaited. */
  readonly statement: TSESTree.Node;
  /** `schema`: creates or changes tables or indexes, not rows. `raw`: SQL or a procedure whose text does not tell what it does. */
  readonly kind: 'read' | 'write' | 'schema' | 'raw';
  /** Model, table or collection, as the code names it; absent where it does not. */
  readonly target?: string;
  /** Only asks whether the database answers: `SELECT 1`, ping. */
  readonly probe: boolean;
  /** What is called, for messages, without arguments: `prisma.user.create`, `pool.query`. */
  readonly name: string;
  /** What people call the library: `Prisma`. */
  readonly library: string;
}

/** Every database statement that the file runs, in source order. Costs next to nothing in files where no database library is in play. */
export const dataCalls = defineService((source: SourceCode): readonly DataCall[] => {
  const statements = new Map<TSESTree.Node, Use[]>();
  for (const use of usesOfReached(source, 'orm', 'sql')) {
    if (use.kind === 'decorate' || !hasOperation(use.action)) continue;
    const statement = chainFrom(use.node).at(-1)!;
    const uses = statements.get(statement);
    if (uses) uses.push(use);
    else statements.set(statement, [use]);
  }
  const found: DataCall[] = [];
  for (const [statement, uses] of statements) {
    const call = callOf(source, statement, uses);
    if (call) found.push(call);
  }
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
});

function callOf(source: SourceCode, statement: TSESTree.Node, uses: readonly Use[]): DataCall | undefined {
  // Of several operations in a chain (`select().from().forUpdate()`, `db('users').insert()`) the one that writes counts.
  const use = uses.find((one) => one.action.roles?.includes('write')) ?? uses.find((one) => one.action.roles?.includes('read')) ?? uses[0];
  if (!use || use.node.type === 'Decorator') return undefined;
  const chain = chainFrom(use.node);
  if (!isRun(source, chain)) return undefined;
  const roles = use.action.roles ?? [];
  const text = sqlOf(source, use);
  const sql = text === undefined ? undefined : readSql(text);
  if (sql?.kind === 'control') return undefined;
  const kind = sql && sql.kind !== 'unknown' ? sql.kind : isSchemaCall(use) ? 'schema' : roles.includes('write') ? 'write' : roles.includes('read') || use.action.args?.['reads'] !== undefined ? 'read' : 'raw';
  const target = sql?.table ?? (roles.includes('raw-sql') && sql ? undefined : targetOf(source, chain, roles.includes('raw-sql')));
  return {
    node: use.node,
    statement,
    kind,
    ...(target !== undefined && { target }),
    probe: sql?.probe === true || isPing(use) || isTaggedProbe(source, use),
    name: calleeName(source, use.node.type === 'CallExpression' ? use.node.callee : use.node),
    library: use.known.library.title,
  };
}

const schemaMethods = /^(?:createIndex(?:es)?|dropIndex|syncIndexes|createCollection|dropCollection|dropDatabase|sync|synchronize|runMigrations|undoLastMigration|migrate|createTable|alterTable|dropTable)$/u;

function isSchemaCall(use: Use): boolean {
  return schemaMethods.test(methodOf(use) ?? '');
}

function methodOf({ node }: Use): string | undefined {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  return callee?.type === 'MemberExpression' ? propertyName(callee) : callee?.type === 'Identifier' ? callee.name : undefined;
}

/** `db.command({ ping: 1 })`. */
function isPing(use: Use): boolean {
  if (/^(?:ping|authenticate)$/u.test(methodOf(use) ?? '')) return true;
  const [first] = use.args;
  return first?.type === 'ObjectExpression' && first.properties.some((property) => property.type === 'Property' && /^(?:ping|hello|serverStatus|buildInfo)$/u.test(propertyName(property) ?? ''));
}

/** ``sql`select 1`.execute(db)``: the text stands in the tag that the call runs. */
function isTaggedProbe(source: SourceCode, { node }: Use): boolean {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  const tagged = callee?.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const text = tagged?.type === 'TaggedTemplateExpression' ? sqlOfTag(source, tagged) : undefined;
  return text !== undefined && readSql(text).probe;
}
