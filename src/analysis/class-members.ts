import type { TSESTree } from '@typescript-eslint/utils';
import { defineService, type SourceCode } from './service.js';
import { propertyName } from './syntax.js';

interface Members {
  /** By name, the first that has a value. */
  readonly first: ReadonlyMap<string, TSESTree.MethodDefinition | TSESTree.PropertyDefinition>;
  readonly fields: ReadonlyMap<string, readonly TSESTree.PropertyDefinition[]>;
  readonly constructors: readonly TSESTree.MethodDefinition[];
}

const membersByClass = defineService(() => new Map<TSESTree.ClassBody, Members>());

/** The members of a class by name: its methods ask for each other. */
export function membersOf(source: SourceCode, owner: TSESTree.ClassBody): Members {
  let members = membersByClass(source).get(owner);
  if (!members) {
    const first = new Map<string, TSESTree.MethodDefinition | TSESTree.PropertyDefinition>();
    const fields = new Map<string, TSESTree.PropertyDefinition[]>();
    const constructors: TSESTree.MethodDefinition[] = [];
    for (const member of owner.body) {
      if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') continue;
      if (member.type === 'MethodDefinition' && member.kind === 'constructor') constructors.push(member);
      const name = propertyName(member);
      if (name === undefined) continue;
      if (member.value && !first.has(name)) first.set(name, member);
      if (member.type === 'PropertyDefinition') fields.set(name, [...(fields.get(name) ?? []), member]);
    }
    membersByClass(source).set(owner, (members = { first, fields, constructors }));
  }
  return members;
}

/** The fields of the name and the constructors, in the order of the class. */
export function fieldsAndConstructors(source: SourceCode, owner: TSESTree.ClassBody, name: string): (TSESTree.MethodDefinition | TSESTree.PropertyDefinition)[] {
  const { fields, constructors } = membersOf(source, owner);
  return [...(fields.get(name) ?? []), ...constructors].sort((a, b) => a.range[0] - b.range[0]);
}
