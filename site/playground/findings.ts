import type { Diagnostic } from '@codemirror/lint';
import { element } from './dom.js';
import type { Edit, Finding } from './protocol.js';

/** What can be done about a finding. */
export interface FindingActions {
  /** Address of a rule's page. */
  rulePage(rule: string): string;
  apply(edit: Edit): void;
  goTo(offset: number): void;
}

/** A finding as the editor marks it: squiggle, message with a link on hover, and buttons that edit. */
export function diagnosticOf(finding: Finding, actions: FindingActions): Diagnostic {
  return {
    from: finding.from,
    to: finding.to,
    severity: finding.severity,
    message: finding.message,
    renderMessage: () => element('span', {}, finding.message, ...ruleLink(finding, actions)),
    actions: editsOf(finding).map(({ title, edit }) => ({ name: title, apply: () => actions.apply(edit) })),
  };
}

/** A finding as an entry of the list below the editor. */
export function findingItem(finding: Finding, actions: FindingActions): HTMLLIElement {
  return element('li', { class: `ap-finding ap-${finding.severity}` },
    element('button', { type: 'button', class: 'ap-place', title: 'Go to this place', click: () => actions.goTo(finding.from) }, `${finding.line}:${finding.column}`),
    element('span', { class: 'ap-severity' }, finding.severity),
    element('span', { class: 'ap-message' }, finding.message, ...ruleLink(finding, actions)),
    ...editsOf(finding).map(({ title, edit }) => element('button', { type: 'button', class: 'ap-edit', click: () => actions.apply(edit) }, title)),
  );
}

function ruleLink({ rule }: Finding, { rulePage }: FindingActions): (Node | string)[] {
  return rule ? [' ', element('a', { href: rulePage(rule), target: '_blank', rel: 'noopener' }, rule)] : [];
}

function editsOf({ fix, suggestions }: Finding): { title: string; edit: Edit }[] {
  return [
    ...(fix ? [{ title: 'Fix', edit: fix }] : []),
    ...suggestions.map(({ title, edit }) => ({ title: `Suggestion: ${title}`, edit })),
  ];
}
