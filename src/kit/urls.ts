import { homepage } from '../../package.json';

/** Where the docs page of a rule is read: the one place that knows the project's address is `homepage` of package.json. */
export function ruleUrl(name: string): string {
  return `${homepage}/blob/main/docs/rules/${name}.md`;
}
