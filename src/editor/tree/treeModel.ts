import { groupMine, isMine } from '../../core/goals/focus';
import type { MineGroup } from '../../core/goals/focus';
import type { GoalNode, RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { groupTeam } from '../../core/team/teamGroups';
import type { GroupName, TreeElement } from './element';
import { noticeKey } from './noticeItem';
import { recordRow, replies, rowsAbout, teamRecords } from './recordRows';
import type { TreeElements } from './treeElements';

/** Rows of a tree over one snapshot, and which row is above which. */
export interface TreeModel {
  readonly roots: readonly TreeElement[];
  children(element: TreeElement): readonly TreeElement[];
  parent(element: TreeElement): TreeElement | undefined;
}

interface Section {
  readonly group: GroupName | undefined;
  readonly ids: readonly string[];
  /** Type of what the ids stand for; goals if absent. */
  readonly type?: 'goal' | 'branchGoal' | 'disagreement' | 'notice';
}

/** Returns the tree of my goals: the non-empty groups, each with its goals. */
export function mineModel(snapshot: Snapshot, elements: TreeElements): TreeModel {
  const groups: [MineGroup, readonly { goal: { id: string } }[]][] = [...groupMine(snapshot)];
  const sections = groups.map(([group, nodes]) => ({ group, ids: nodes.map((node) => node.goal.id) }));
  const first = new Set(
    sections.filter(({ group }) => group === 'active' || group === 'due').flatMap(({ ids }) => ids),
  );
  // An objective of mine has my own parts below it, except those listed above; the team's view has all of them.
  return model(snapshot, elements, sections, (id) => {
    const node = snapshot.goals.get(id);
    return node !== undefined && isMine(node, snapshot) && !first.has(id);
  });
}

/** Returns the team's tree: disagreements, nested goals, unaligned ones; goals closed long ago or on other branches are folded. */
export function teamModel(
  snapshot: Snapshot,
  elements: TreeElements,
  isShown: (node: GoalNode) => boolean = () => true,
): TreeModel {
  const { current, unaligned, closed } = groupTeam(snapshot);
  return model(
    snapshot,
    elements,
    [
      { group: undefined, ids: snapshot.notices.map(noticeKey), type: 'notice' },
      { group: 'disputed', ids: snapshot.disagreements.map(({ key }) => key), type: 'disagreement' },
      { group: undefined, ids: current.filter(isShown).map((node) => node.goal.id) },
      { group: 'unaligned', ids: unaligned.filter(isShown).map((node) => node.goal.id) },
      { group: 'elsewhere', ids: [...(snapshot.branches?.onlyElsewhere.keys() ?? [])], type: 'branchGoal' },
      { group: 'closed', ids: closed.filter(isShown).map((node) => node.goal.id) },
    ],
    (id) => {
      const node = snapshot.goals.get(id);
      return node !== undefined && isShown(node);
    },
    teamRecords(snapshot),
  );
}

function rowAt(above: string, type: Section['type'] = 'goal'): (id: string) => TreeElement {
  return (id) => ({ type, key: `${above}/${id}`, id });
}

function rootsOf(
  sections: readonly Section[],
  kinds: ReadonlyMap<string, unknown>,
  elements: TreeElements,
): readonly TreeElement[] {
  const goals = sections.flatMap(({ group, ids, type }) =>
    group === undefined
      ? elements.page('', ids, rowAt('', type))
      : [elements.same({ type: 'group', key: `:${group}`, group })],
  );
  return [...goals, ...[...kinds.keys()].map((kind) => elements.same({ type: 'kind', key: `::${kind}`, kind }))];
}

function model(
  snapshot: Snapshot,
  elements: TreeElements,
  sections: readonly Section[],
  isShown: (id: string) => boolean,
  kinds: ReadonlyMap<string, readonly RecordNode[]> = new Map(),
): TreeModel {
  const parents = new Map<string, TreeElement>();
  const filled = sections.filter((section) => section.ids.length > 0);
  const roots = rootsOf(filled, kinds, elements);
  const below = (element: TreeElement): readonly TreeElement[] => {
    if (element.type === 'group') {
      const section = filled.find(({ group }) => group === element.group);
      return elements.page(element.key, section?.ids ?? [], rowAt(element.key, section?.type));
    }
    if (element.type === 'kind') {
      return (kinds.get(element.kind) ?? []).map((node) => elements.same(recordRow(node, element.key)));
    }
    if (element.type === 'record') {
      return replies(element.id, snapshot).map((node) => elements.same(recordRow(node, element.key)));
    }
    if (element.type !== 'goal') return [];
    const node = snapshot.goals.get(element.id);
    if (!node) return [];
    const parts = elements.page(element.key, node.children.filter(isShown), rowAt(element.key));
    const { gone, about } = rowsAbout(node, element.key, snapshot, elements);
    return [...gone, ...parts, ...about];
  };
  return {
    roots,
    children(element) {
      const rows = below(element);
      for (const row of rows) parents.set(row.key, element);
      return rows;
    },
    parent: (element) => parents.get(element.key),
  };
}
