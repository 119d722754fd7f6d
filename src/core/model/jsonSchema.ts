import type { AnyField } from './field';
import type { Kind } from './kind';
import { KINDS } from './kinds';

type Schema = Readonly<Record<string, unknown>>;

const STAMP = { type: 'string', pattern: '^\\d{8}T\\d{9}Z-\\d{4}-[0-9a-z]{4}$' };

/** Returns a JSON Schema (draft 7) of the goals file, for completion and checks while a person edits it by hand. */
export function goalsFileSchema(): Schema {
  // Kinds that share a letter share a shape: the general kind says which fields are required.
  const general = KINDS.filter(({ where }) => where === undefined);
  const patterns = general.map((kind) => {
    const sharing = KINDS.filter(({ letter, where }) => letter === kind.letter && where !== undefined);
    return [`^${kind.letter}-[0-9a-hjkmnp-tv-z]{10}$`, recordSchema(kind, sharing)];
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Micro Goals',
    type: 'object',
    required: ['version', 'records'],
    properties: {
      version: { type: 'integer', minimum: 1, description: 'Version of the format.' },
      records: {
        type: 'object',
        description: 'Goals and all that belongs to them, by id; lines that begin with ~ keep merges apart.',
        patternProperties: Object.fromEntries([...patterns, ['^~', { description: 'A spacer; leave it.' }]]) as Schema,
      },
    },
  };
}

function recordSchema(kind: Kind, sharing: readonly Kind[]): Schema {
  const fields = Object.entries(kind.fields);
  const special = sharing.flatMap((each) => Object.entries(each.fields));
  const written = [...special, ...fields].filter(([, { writer }]) => writer !== 'elsewhere');
  return {
    type: 'object',
    title: kind.label,
    required: fields.filter(([, field]) => field.required).map(([name]) => name),
    properties: {
      ...Object.fromEntries(written.map(([name, field]) => [name, fieldSchema(field)])),
      created: { ...STAMP, description: 'When and by which clone it was made.' },
      edits: { type: 'object', additionalProperties: STAMP, description: 'When a member got its present value.' },
    },
  };
}

function fieldSchema(field: AnyField): Schema {
  const description = [field.label, field.help].filter((part) => part !== '').join('. ');
  const initial = field.initial === undefined ? {} : { default: field.initial };
  return { ...field.schema, ...initial, description };
}
