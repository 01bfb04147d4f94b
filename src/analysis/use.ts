import type { TSESTree } from '@typescript-eslint/utils';
import type { Action } from '../catalog/schema.js';
import type { Known } from './known.js';

/** A place where the code calls, constructs or decorates with something of a library. */
export interface Use {
  readonly kind: 'call' | 'new' | 'decorate';
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression | TSESTree.Decorator;
  /** What is called. */
  readonly known: Known;
  readonly action: Action;
  /** Arguments as written; empty for a bare decorator and for tagged templates. */
  readonly args: readonly TSESTree.CallExpressionArgument[];
}
