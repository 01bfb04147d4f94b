export const help = `eslint-plugin-archprinciples

  npx eslint-plugin-archprinciples init [options]
      Looks at the project, proposes presets and settings, and writes or
      patches its ESLint configuration. Installs nothing.

      --yes             take what is proposed, and write without asking
      --dry-run         show the change, write nothing
      --preset NAME     take this preset instead; may be repeated
      --cwd FOLDER      the project, if it is not this folder
      --no-baseline     do not offer to record today's errors

  npx eslint-plugin-archprinciples explain <rule|principle>
      Prints the page of a rule, or a principle with its rules.

      --list            print all rules and principles

  --help, --version

Exit codes: 0 done, or nothing to do; 1 something is left to do by hand, or
you stopped it; 2 wrong usage, or it failed.
`;
