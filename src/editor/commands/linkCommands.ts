import * as vscode from 'vscode';
import { dismissCommits, leaveGone, offeredCommits, planLinks, planUnlink } from '../../app/linkCommits';
import { setStatus } from '../../core/changes/goalActions';
import { linkableGoals } from '../../core/commits/linkableGoals';
import { linksTo, recordedLinks } from '../../core/commits/recordedLinks';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, visible } from '../../core/text/safeText';
import type { CommitFact } from '../../git/log/commitFacts';
import { recentCommits } from '../../git/log/recentCommits';
import type { Repository } from '../../git/run/repository';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { permitted } from '../records/savePlan';
import { pickGoal } from './goalPicks';
import type { TreeElement } from '../tree/element';
import { sayBriefly } from '../texts/sayBriefly';
import { momentWord, plain } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;
const SHOWN = 300;

/** Registers the commands that link an existing commit to a goal by a record, and undo that. */
export function registerLinkCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.linkCommit, (call) => link(deps, call));
  deps.register(COMMANDS.unlinkCommit, (call) => unlink(deps, call));
  deps.register(COMMANDS.settleGone, ({ id }) => settleGone(deps, id));
}

interface Choice {
  readonly commit: string;
  readonly closes: boolean;
}

/** Links a commit: on a goal the person chooses a commit, on a commit another goal, from the palette a commit and then a goal. */
async function link(deps: CommandDeps, call: Call): Promise<void> {
  const repository = repositoryOf(deps);
  const row = commitRow(call);
  const given = row || call.isBare ? undefined : await goalTarget(deps, call);
  if (!row && !given && !call.isBare) return;
  const choice = row ? { commit: row.commit, closes: false } : await pickCommit(repository, given?.node);
  const node = choice && (given?.node ?? (await pickGoalFor(await currentSnapshot(deps))));
  if (node) await record(deps, repository, node, choice);
}

function repositoryOf({ service }: CommandDeps): Repository {
  const repository = vscode.workspace.isTrusted ? service.place?.repository : undefined;
  if (!repository) throw new PlainError(t('This needs a git repository in a trusted folder.'));
  return repository;
}

function commitRow({ row }: Call): (TreeElement & { readonly type: 'commit' }) | undefined {
  return row?.type === 'commit' ? row : undefined;
}

async function record(
  { service }: CommandDeps,
  repository: Repository,
  { goal: { id }, scope }: GoalNode,
  { commit, closes }: Choice,
): Promise<void> {
  const { place } = service;
  if (!place) return;
  const plan = permitted(await planLinks({ id, scope }, [commit], closes, place, repository));
  await service.apply(plan.edits);
  if (closes && plan.commits.some(({ isHere }) => !isHere)) {
    sayBriefly(t('It completes the goal once it is merged here.'));
  }
}

/** Lets the person choose a commit: Enter links it, the buttons on the right link it as the closing one or stop offering it. */
async function pickCommit(repository: Repository, node: GoalNode | undefined): Promise<Choice | undefined> {
  const picks = await commitPicks(repository, node);
  if (picks.length === 0) throw new PlainError(t('There is no commit to link yet.'));
  const pick = vscode.window.createQuickPick<CommitPick>();
  pick.placeholder = node ? plain(t('Which commit belongs to {0}?', node.goal.title)) : t('Which commit?');
  pick.matchOnDescription = true;
  pick.items = picks;
  return new Promise((resolve) => {
    const choose = (item: CommitPick | undefined, isClosing: boolean): void => {
      resolve(item && { commit: item.commit, closes: isClosing });
      pick.hide();
    };
    pick.onDidAccept(() => {
      choose(pick.selectedItems[0], false);
    });
    pick.onDidTriggerItemButton(({ item, button }) => {
      if (!isNever(button) || !node) choose(item, true);
      else {
        pick.items = pick.items.filter((each) => each !== item);
        void dismissCommits(node.goal.id, [item.commit], repository);
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

const NEVER = 'close';

function isNever({ iconPath }: vscode.QuickInputButton): boolean {
  return iconPath instanceof vscode.ThemeIcon && iconPath.id === NEVER;
}

/** Returns commits that make the same changes as missing ones of the goal, then the newest. */
async function commitPicks(repository: Repository, node: GoalNode | undefined): Promise<CommitPick[]> {
  const closes = {
    iconPath: new vscode.ThemeIcon('pass'),
    tooltip: t('Link it as the commit that completes the goal'),
  };
  const never = { iconPath: new vscode.ThemeIcon(NEVER), tooltip: t('Do not offer it again') };
  const same = node ? await offeredCommits(node.goal.id, repository) : [];
  const known = new Set([...(node?.commits ?? []), ...same].map(({ commit }) => commit));
  const recent = (await recentCommits(repository, SHOWN)).filter(({ commit }) => !known.has(commit));
  const detail = t('Changes the same as commits of this goal that are not here');
  return [
    ...same.map((commit) => ({ ...commitPick(commit), detail, buttons: [closes, never] })),
    ...recent.map((commit) => ({ ...commitPick(commit), buttons: [closes] })),
  ];
}

interface CommitPick extends vscode.QuickPickItem {
  readonly commit: string;
}

function commitPick({ commit, subject, author, date }: CommitFact): CommitPick {
  const facts = [commit.slice(0, 8), visible(author.name), momentWord(date)];
  return {
    commit,
    label: `$(git-commit) ${escapeIcons(visible(subject))}`,
    description: escapeIcons(facts.join(' · ')),
  };
}

/** Offers open team goals first, then all others: people often link work late. */
function pickGoalFor(snapshot: Snapshot): Promise<GoalNode | undefined> {
  const nodes = new Set([...linkableGoals(snapshot), ...snapshot.goals.values()]);
  if (nodes.size === 0) throw new PlainError(t('There is no goal yet.'));
  return pickGoal([...nodes], snapshot, t('Which goal does this commit belong to?'));
}

interface Answer extends vscode.QuickPickItem {
  readonly apply: () => Promise<void>;
}

/** Lets the person settle a goal whose closing commit is gone: link the commit it went into, or say whether the goal is done. */
async function settleGone(deps: CommandDeps, id: string | undefined): Promise<void> {
  const repository = repositoryOf(deps);
  const snapshot = await currentSnapshot(deps);
  const node = id === undefined ? undefined : snapshot.goals.get(id);
  if (!node || !snapshot.gone.has(node.goal.id)) return;
  const say = (status: 'done' | 'open') => (): Promise<void> =>
    deps.service.apply([{ path: node.source, changes: [setStatus(node.goal.id, status)] }]);
  const same = await offeredCommits(node.goal.id, repository);
  const answers: Answer[] = [
    ...same.map((commit) => ({
      ...commitPick(commit),
      detail: t('Changes the same: link it as the commit that completes the goal'),
      apply: () => record(deps, repository, node, { commit: commit.commit, closes: true }),
    })),
    { label: `$(check) ${t('Keep it done')}`, apply: say('done') },
    { label: `$(circle-large-outline) ${t('Reopen it')}`, apply: say('open') },
    {
      label: `$(close) ${t('Leave it as it is, do not ask again')}`,
      async apply() {
        await leaveGone(node.goal.id, repository);
        await deps.service.refreshGit();
      },
    },
  ];
  const placeHolder = plain(t('{0} was completed by a commit that is gone', node.goal.title));
  await (await vscode.window.showQuickPick(answers, { placeHolder }))?.apply();
}

/** Removes the records that link a commit to a goal; the trailers in its message stay. */
async function unlink({ service }: CommandDeps, call: Call): Promise<void> {
  const row = commitRow(call);
  const snapshot = service.snapshot;
  const commit = row && snapshot?.goals.get(row.goal)?.commits.find((each) => each.commit === row.commit);
  if (!row || !commit || !snapshot) return;
  const edits = planUnlink(linksTo(row.goal, commit, recordedLinks(snapshot.sources)));
  if (edits.length === 0) throw new PlainError(t('The message of this commit names the goal; no record was made.'));
  await service.apply(edits);
}
