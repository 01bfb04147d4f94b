import { cancel, confirm, isCancel, multiselect } from '@clack/prompts';
import type { ProposedPreset } from './proposal.js';

/** What `init` asks the person at the terminal. `undefined` is "stop". */
export interface Ask {
  presets(proposed: readonly ProposedPreset[], others: readonly string[]): Promise<readonly string[] | undefined>;
  confirm(question: string, initial: boolean): Promise<boolean | undefined>;
}

/** Prompts on the terminal. */
export const prompts: Ask = {
  async presets(proposed, others) {
    const options = [
      ...proposed.map(({ name, reason }) => ({ value: name, label: name, hint: reason })),
      ...others.map((name) => ({ value: name, label: name })),
    ];
    const chosen = await multiselect({ message: 'Which presets? (space chooses, enter goes on)', options, initialValues: proposed.filter((each) => each.chosen).map(({ name }) => name), required: true });
    return stopped(chosen) ? undefined : chosen;
  },
  async confirm(question, initial) {
    const answer = await confirm({ message: question, initialValue: initial });
    return stopped(answer) ? undefined : answer;
  },
};

function stopped(answer: unknown): answer is symbol {
  if (!isCancel(answer)) return false;
  cancel('Nothing was written.');
  return true;
}

/** The first answer to everything, for `--yes`. */
export const yes: Ask = {
  presets: (proposed) => Promise.resolve(proposed.filter(({ chosen }) => chosen).map(({ name }) => name)),
  confirm: () => Promise.resolve(true),
};
