import { fileOf } from '../../core/space/goalSpace';
import { templateKind } from '../../core/model/template';
import { findTemplate, templatesOf, templateText } from '../../core/growth/goalTemplates';
import { siblingsBelow, lastOrder } from '../../core/goals/moveGoal';
import { planAdd } from '../../core/records/planRecord';
import { planTemplate } from '../../core/growth/planTemplate';
import { parseQuickAdd } from '../../core/text/quickAdd';
import { oneLine } from '../../core/text/safeText';
import { systemRandom } from '../../store/nodePorts';
import { noWords, oneWord, parseArguments } from '../terminal/arguments';
import { Failure } from '../terminal/failure';
import { readQuickAdd } from '../place/fieldContext';
import { readPeople } from '../place/people';
import { spaceOf } from '../place/verbPlace';
import { staysInTitle } from '../texts/goalTexts';
import { findNode } from '../place/readSnapshot';
import type { KindAction } from './kindShape';
import { openKind, savePlan } from './openKind';
import { planFacts } from '../../app/planFacts';
import { paint, say } from '../terminal/terminal';

type Run = Awaited<ReturnType<KindAction['load']>>;

export const listTemplates: Run = async (_, args, context) => {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  noWords(positionals);
  const { snapshot } = await openKind(context);
  const all = templatesOf(snapshot);
  const { print, printJson } = context.terminal;
  if (values.json) printJson(all.map(({ isOwn, ...each }) => ({ ...each, own: isOwn })));
  else
    for (const { name, title, isOwn } of all)
      print(say`${name}  ${oneLine(title, 100)}${isOwn ? '' : say`  ${paint('dim', 'built in')}`}`);
  return 0;
};

export const useTemplate: Run = async (_, args, context) => {
  const { values, positionals } = parseArguments(args, {
    parent: { type: 'string' },
    owner: { type: 'string' },
    personal: { type: 'boolean' },
    'dry-run': { type: 'boolean', short: 'n' },
  });
  const word = oneWord(positionals, 'NAME');
  const { place, snapshot, fields } = await openKind(context);
  const template = findTemplate(word, templatesOf(snapshot));
  if (!template) throw new Failure(`No template is called ${oneLine(word, 60)}: microgoals template list`);
  const above = values.parent === undefined ? undefined : findNode(values.parent, snapshot, place);
  const scope = above?.scope ?? (values.personal ? 'personal' : 'team');
  const named = values.owner === undefined ? undefined : (await readQuickAdd(`x @"${values.owner}"`, place)).owner;
  if (values.owner !== undefined && named === undefined)
    throw new Failure(`Nobody here is called ${oneLine(values.owner, 60)}.`);
  const people = template.outline.includes('@') ? await readPeople(place) : [];
  const plan = planTemplate(template.outline, {
    parent: above?.goal.id,
    after: lastOrder(snapshot, siblingsBelow(snapshot, above?.goal.id, scope)),
    owner: named ?? (scope === 'team' ? snapshot.me : undefined),
    scope,
    me: snapshot.me,
    read: (text) => parseQuickAdd(text, { today: fields.today, people, goals: [] }),
    random: systemRandom,
  });
  const isDry = values['dry-run'] === true;
  const file = above ? place.files.find(({ file: each }) => each.path === above.source)?.file : undefined;
  if (!isDry) await (file ?? fileOf(spaceOf(place, {}), scope)).save(plan.changes);
  const ids = plan.changes.map(({ id }) => id);
  plan.entries.forEach(({ title, kind, depth, problems }, index) => {
    const facts = kind === 'micro' ? '' : ` · ${kind}`;
    context.terminal.print(`${isDry ? '' : `${ids[index] ?? ''} `}${'  '.repeat(depth)}${oneLine(title, 200)}${facts}`);
    for (const problem of problems) context.terminal.warn(staysInTitle(problem, title));
  });
  return 0;
};

export const saveTemplate: Run = async (_, args, context) => {
  const { values, positionals } = parseArguments(args, { title: { type: 'string' } });
  const { place, snapshot } = await openKind(context);
  const node = findNode(oneWord(positionals, 'GOAL'), snapshot, place);
  const said = { title: values.title ?? node.goal.title, outline: templateText(node, snapshot) };
  const plan = await planAdd({ kind: templateKind, values: said, scope: node.scope }, snapshot, planFacts(place));
  context.terminal.print(`${await savePlan(plan, place)} saved: ${oneLine(said.title, 200)}`);
  return 0;
};
