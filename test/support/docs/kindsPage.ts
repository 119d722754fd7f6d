import type { AnyField } from '../../../src/core/model/field';
import type { Kind } from '../../../src/core/model/kind';
import { formKinds } from '../../../src/core/model/kinds';
import { askedFields } from '../../../src/core/changes/recordActions';
import { flagOf } from '../../../src/cli/kinds/fieldFlags';
import { markdownTable } from './markdownTable';

/** docs/kinds.md: each kind of record with its fields, from the declarations. */
export function kindsPage(): string {
  const sections = formKinds().map(section);
  return `# Kinds of records\n\n${INTRODUCTION}\n\n${sections.join('\n\n')}\n`;
}

const INTRODUCTION =
  'Made by `npm run docs` from the declarations in `src/core/model`. Each kind has forms in the editor (*Add to a Goal or the Team*, and *Edit Entry* on its row), a form in the team panel once the team uses it, and a verb of the command line: `microgoals KIND add|list|show|edit|rm`.';

function section(kind: Kind): string {
  const { label, name, help, letter } = kind;
  const rows = askedFields(kind).map(([field, declared]) => [
    `\`${field}\``,
    [declared.label, declared.help].filter((part) => part !== '').join('. '),
    valuesOf(declared),
    `\`--${flagOf(field)}\``,
    [declared.required ? 'needed' : '', declared.terms ? 'part of the terms' : '']
      .filter((part) => part !== '')
      .join(', '),
  ]);
  return `## ${label}\n\n${help} Command line: \`microgoals ${name}\`; its ids begin with \`${letter}-\`.\n\n${markdownTable(HEAD, rows)}`;
}

const HEAD = ['Field', 'Meaning', 'Value', 'Option', ''];

function valuesOf({ choices, expected }: AnyField): string {
  return choices ? choices.map((choice) => `\`${choice}\``).join(', ') : expected;
}
