import { groupMine, isMine } from '../../core/rules/focus';
import type { MineGroup } from '../../core/rules/focus';
import { byAge, recordsBelow } from '../../core/rules/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../../core/rules/snapshot';
import { groupTeam } from '../../core/rules/teamGroups';
import type { GroupName, TreeElement } from './element';

/** Rows shown of one list before the rest folds into "Show more": the editor asks for every sibling at once. */
const PAGE = 200;

/** The rows of a tree over one snapshot, and which row is above which. */
export interface TreeModel {
  readonly roots: readonly TreeElement[];
  children(element: TreeElement): readonly TreeElement[];
  parent(element: TreeElement): TreeElement | undefined;
}

/** Keeps elements by key, so that a row is the same object in every snapshot, and how many pages of each list are shown. */
export class TreeElements {
  readonly #known = new Map<string, TreeElement>();
  readonly #pages = new Map<string, number>();

  /** The element known under that key if it says the same, else the new one. */
  same(element: TreeElement): TreeElement {
    const known = this.#known.get(element.key);
    if (known && (element.type !== 'more' || (known.type === 'more' && known.hidden === element.hidden))) return known;
    this.#known.set(element.key, element);
    return element;
  }

  showMore(above: string): void {
    this.#pages.set(above, (this.#pages.get(above) ?? 1) + 1);
  }

  /** The first pages of a list, and a row that stands for the rest. */
  page(above: string, ids: readonly string[], element: (id: string) => TreeElement): TreeElement[] {
    const shown = PAGE * (this.#pages.get(above) ?? 1);
    const rows = ids.slice(0, shown).map((id) => this.same(element(id)));
    if (ids.length <= shown) return rows;
    return [...rows, this.same({ type: 'more', key: `${above}/more`, above, hidden: ids.length - shown })];
  }
}

interface Section {
  readonly group: GroupName | undefined;
  readonly ids: readonly string[];
  /** What the ids stand for; goals unless said otherwise. */
  readonly type?: 'goal' | 'branchGoal' | 'disagreement';
}

/** My goals: the groups that have any, each with its goals. */
export function mineModel(snapshot: Snapshot, elements: TreeElements): TreeModel {
  const groups: [MineGroup, readonly { goal: { id: string } }[]][] = [...groupMine(snapshot)];
  const sections = groups.map(([group, nodes]) => ({ group, ids: nodes.map((node) => node.goal.id) }));
  const first = new Set(
    sections.filter(({ group }) => group === 'active' || group === 'due').flatMap(({ ids }) => ids),
  );
  // Below an objective of mine stand my own parts of it, but for those listed above; the team's view has all of them.
  return model(snapshot, elements, sections, (id) => {
    const node = snapshot.goals.get(id);
    return node !== undefined && isMine(node, snapshot) && !first.has(id);
  });
}

/** What is to be settled, then the goals of the team as they nest; what was closed long ago or is elsewhere is folded away. */
export function teamModel(
  snapshot: Snapshot,
  elements: TreeElements,
  isShown: (node: GoalNode) => boolean = () => true,
): TreeModel {
  const { current, closed } = groupTeam(snapshot);
  return model(
    snapshot,
    elements,
    [
      { group: 'disputed', ids: snapshot.disagreements.map(({ key }) => key), type: 'disagreement' },
      { group: undefined, ids: current.filter(isShown).map((node) => node.goal.id) },
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

/** What belongs to the team and to no goal, by the name of its kind. */
function teamRecords(snapshot: Snapshot): ReadonlyMap<string, readonly RecordNode[]> {
  const free = [...snapshot.records.values()].filter(
    ({ kind, goal, scope }) => goal === undefined && scope === 'team' && kind.shows.includes('tree'),
  );
  const kinds = new Map<string, RecordNode[]>();
  for (const node of free.sort(byAge)) {
    const known = kinds.get(node.kind.name);
    if (known) known.push(node);
    else kinds.set(node.kind.name, [node]);
  }
  return kinds;
}

function recordRow(above: string, elements: TreeElements): (node: RecordNode) => TreeElement {
  return ({ id }) => elements.same({ type: 'record', key: `${above}/${id}`, id });
}

/** What there is to say of the commits of a goal: one that is gone asks for an answer, the others stand below. */
function commitRows(
  above: string,
  { goal, commits }: GoalNode,
  snapshot: Snapshot,
  elements: TreeElements,
): { readonly gone: readonly TreeElement[]; readonly commits: readonly TreeElement[] } {
  const goneRow: TreeElement = { type: 'gone', key: `${above}/gone`, goal: goal.id };
  return {
    gone: snapshot.gone.has(goal.id) ? [elements.same(goneRow)] : [],
    commits: commits.map(({ commit }) =>
      elements.same({ type: 'commit', key: `${above}/${commit}`, goal: goal.id, commit }),
    ),
  };
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
  const rowAt =
    (above: string, type: Section['type'] = 'goal') =>
    (id: string): TreeElement => ({ type, key: `${above}/${id}`, id });
  const goalRoots = filled.flatMap(({ group, ids }) =>
    group === undefined
      ? elements.page('', ids, rowAt(''))
      : [elements.same({ type: 'group', key: `:${group}`, group })],
  );
  const kindRoots = [...kinds.keys()].map((kind) => elements.same({ type: 'kind', key: `::${kind}`, kind }));
  const roots = [...goalRoots, ...kindRoots];
  const below = (element: TreeElement): readonly TreeElement[] => {
    if (element.type === 'group') {
      const section = filled.find(({ group }) => group === element.group);
      return elements.page(element.key, section?.ids ?? [], rowAt(element.key, section?.type));
    }
    if (element.type === 'kind') return (kinds.get(element.kind) ?? []).map(recordRow(element.key, elements));
    if (element.type !== 'goal') return [];
    const node = snapshot.goals.get(element.id);
    if (!node) return [];
    const records = recordsBelow(element.id, 'tree', snapshot).map(recordRow(element.key, elements));
    const goals = elements.page(element.key, node.children.filter(isShown), rowAt(element.key));
    const { gone, commits } = commitRows(element.key, node, snapshot, elements);
    return [...gone, ...goals, ...records, ...commits];
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
