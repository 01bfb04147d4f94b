'use strict';

/** What a changeset becomes in CHANGELOG.md: its text as it was written, without the commit in front. `tools/changelog.ts` gives the section its form. */
module.exports = {
  getReleaseLine: async ({ summary }) => {
    const [first, ...rest] = summary.trim().split('\n');
    return [`- ${first}`, ...rest.map((line) => (line ? `  ${line}` : ''))].join('\n');
  },
  // One package, which no other of the repository depends on.
  getDependencyReleaseLine: async () => '',
};
