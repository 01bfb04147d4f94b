import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { ClassDependency } from '../../analysis/class-dependencies.js';
import type { SourceCode } from '../../analysis/service.js';
import { propertyName } from '../../analysis/syntax.js';
import { addParameter } from './add-parameter.js';
import { typeOf } from './construction-type.js';
import { roomInConstructor, type Constructor } from './constructor-room.js';
import { freshName } from './fresh-name.js';
import { reindented } from './reindent.js';
import { referencesIn } from './scopes.js';
import { endOfLine } from './statements.js';
import { eolOf, indentOf, indentUnit, isTypeScript, semicolonOf } from './style.js';

/**
 * Lets a class get a collaborator through its constructor, with what it has made so far as the default:
 *
 *     private mail = new MailService();        private mail: MailService;
 *
 *                                              constructor(mail: MailService = new MailService()) {
 *                                                this.mail = mail;
 *                                              }
 *
 * No parameter property, which type stripping does not take.
 *
 * @returns the edits, or `null` where the constructor has no room for it (see `roomInConstructor`) or the type cannot be written.
 */
export function injectConstructor(fixer: TSESLint.RuleFixer, source: SourceCode, dependency: ClassDependency): TSESLint.RuleFix[] | null {
  const { owner, field, place, collaborator: { node } } = dependency;
  const own = roomInConstructor(source, dependency);
  const type = isTypeScript(source) ? (declaredType(source, owner, field) ?? typeOf(source, node)) : '';
  if (!own || type === null) return null;

  const name = parameterName(source, dependency, own);
  const annotation = type && `: ${type}`;
  const target = own === 'none' ? place : own;
  const parameter = `${name}${annotation} = ${reindented(source, node, indentOf(source, node), indentOf(source, target))}`;
  const statement = `this.${field} = ${name}${semicolonOf(source)}`;
  return [
    // Two edits of one class may each add the constructor: the whole class is covered, so that ESLint applies one at a time.
    fixer.insertTextBefore(owner.body, ''),
    ...(place.type === 'PropertyDefinition' ? [withoutValue(fixer, source, place, annotation)] : [fixer.replaceText(node, name)]),
    ...(own === 'none'
      ? [addConstructor(fixer, source, owner, parameter, statement)]
      : [addParameter(fixer, source, own.value, parameter), ...(place.type === 'PropertyDefinition' ? [addStatement(fixer, source, own, statement)] : [])]),
  ];
}

/** The field's name, or one like it where that means something else in the constructor or in the default itself. */
function parameterName(source: SourceCode, { owner, field, collaborator: { node } }: ClassDependency, own: Constructor | 'none'): string {
  const base = field.replace(/^_+(?=\p{L})/u, '');
  const inDefault = new Set(referencesIn(source, node).map(({ identifier }) => identifier.name));
  const candidates = [base, `given${base.charAt(0).toUpperCase()}${base.slice(1)}`].filter((name) => !inDefault.has(name));
  const scope = source.scopeManager?.acquire(own === 'none' ? owner : own.value);
  return freshName(source, candidates, scope ? { scope } : {});
}

function declaredType(source: SourceCode, owner: ClassDependency['owner'], field: string): string | undefined {
  for (const member of owner.body.body) {
    if (member.type === 'PropertyDefinition' && propertyName(member) === field && member.typeAnnotation) return source.getText(member.typeAnnotation.typeAnnotation);
  }
  return undefined;
}

/** `mail = new MailService()` becomes `mail: MailService`. */
function withoutValue(fixer: TSESLint.RuleFixer, source: SourceCode, place: TSESTree.PropertyDefinition, annotation: string): TSESLint.RuleFix {
  const equals = source.getTokenBefore(place.value!, (token) => token.value === '=')!;
  const kept = source.getTokenBefore(equals)!;
  const last = source.getLastToken(place)!;
  const end = last.value === ';' ? source.getTokenBefore(last)! : last;
  return fixer.replaceTextRange([kept.range[1], end.range[1]], place.typeAnnotation ? '' : annotation);
}

/** At the start of the constructor's body: where the field's initializer used to run. */
function addStatement(fixer: TSESLint.RuleFixer, source: SourceCode, { value }: Constructor, statement: string): TSESLint.RuleFix {
  const body = value.body;
  const [first] = body.body;
  const [eol, indent] = [eolOf(source), indentOf(source, body)];
  const inner = first && first.loc.start.line > body.loc.start.line ? indentOf(source, first) : indent + indentUnit(source);
  const sameLine = body.loc.start.line === (first ?? source.getLastToken(body)!).loc.start.line;
  return fixer.insertTextAfter(source.getFirstToken(body)!, `${eol}${inner}${statement}${sameLine ? eol + (first ? inner : indent) : ''}`);
}

/** A constructor after the last field. */
function addConstructor(fixer: TSESLint.RuleFixer, source: SourceCode, owner: ClassDependency['owner'], parameter: string, statement: string): TSESLint.RuleFix {
  const last = owner.body.body.filter((member) => member.type === 'PropertyDefinition').at(-1)!;
  const [eol, indent] = [eolOf(source), indentOf(source, last)];
  const end = endOfLine(source, last) ?? last.range[1];
  return fixer.insertTextAfterRange([end, end], eol + eol + [`${indent}constructor(${parameter}) {`, `${indent}${indentUnit(source)}${statement}`, `${indent}}`].join(eol));
}
