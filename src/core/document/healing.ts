import { splitMarkers } from './conflictMarkers';
import { findDeletedWhileEdited } from './deletedWhileEdited';
import type { FileReading } from './fileReading';
import { documentIn } from './fileReading';
import { formatDocument } from './formatDocument';
import type { GoalDocument } from './goalDocument';
import type { Disagreement } from './merge';
import { mergeDocuments } from './merge';
import { parseGoalFile } from './parseGoalFile';

/** Versions of a file that git has to merge; undefined if a side has none. */
export interface MergeStages {
  readonly base: FileReading | undefined;
  readonly ours: FileReading | undefined;
  readonly theirs: FileReading | undefined;
}

export interface HealingFacts {
  /** The file in the work tree. */
  readonly disk: FileReading;
  /** The versions in the index; undefined unless the file is unmerged. */
  readonly unmerged: MergeStages | undefined;
  /** The versions in the index's list of resolved conflicts: the conflict was staged by mistake, or committed. */
  readonly resolved: MergeStages | undefined;
  /** The versions that git joined line by line to a damaged file, if commits tell. */
  readonly joined?: MergeStages | undefined;
}

export type HealingPlan =
  | { readonly state: 'healthy' }
  /** The file is correct and only has to be staged. */
  | { readonly state: 'unstaged'; readonly kept: 'ours' | 'theirs' | undefined }
  | {
      readonly state: 'heal';
      readonly document: GoalDocument;
      readonly disagreements: readonly Disagreement[];
      /** True if everything in the file is in the result or made by git, so that it may be written without asking. */
      readonly safe: boolean;
      /** True if git still holds the conflict open: the result is no guess, and the person has decided nothing yet. */
      readonly fromIndex: boolean;
    }
  /** Only a person can resolve it; `reason` says why in one sentence. */
  | { readonly state: 'stuck'; readonly reason: string };

interface Joined {
  readonly document: GoalDocument;
  readonly disagreements: readonly Disagreement[];
  /** The document that any later edit started from. */
  readonly ours: GoalDocument;
}

/** Decides what to do about a file that git could not merge, or whose merge went wrong unnoticed. */
export function planHealing({ disk, unmerged, resolved, joined: byLines }: HealingFacts): HealingPlan {
  if (unmerged) return fromIndex(planUnmerged(unmerged, disk));
  const marked = hasMarkers(disk) ? joinMarked(disk.text, documentIn(resolved?.base)) : undefined;
  if (marked) return { state: 'heal', ...marked, safe: true, fromIndex: false };
  const whole = byLines && isDamaged(disk) ? planJoined(byLines, disk.text) : undefined;
  if (whole) return whole;
  // The list of resolved conflicts may be old: it is not enough for a file that is broken in another way.
  const joined = resolved && (disk.state !== 'broken' || hasMarkers(disk)) ? joinStages(resolved) : undefined;
  if (resolved && joined) {
    const plan = planOver(joined, resolved, disk);
    return plan.state === 'unstaged' ? HEALTHY : plan;
  }
  return hasMarkers(disk)
    ? { state: 'stuck', reason: 'One of the sides between the markers cannot be read.' }
    : HEALTHY;
}

/** Tells whether a text was damaged: it is no JSON, though without markers, or says something twice. */
export function isDamaged(disk: FileReading): disk is FileReading & { readonly state: 'broken' | 'readOnly' } {
  if (disk.state !== 'broken' && disk.state !== 'readOnly') return false;
  return disk.problems.some(({ code }) => code === 'syntax' || code === 'duplicate-key');
}

/** Plans for a file that git joined line by line; undefined if it has a line that neither side has. */
function planJoined(stages: MergeStages, text: string): HealingPlan | undefined {
  const joined = joinStages(stages);
  const known = new Set([stages.ours, stages.theirs].flatMap((side) => bareLines(textOf(side) ?? '')));
  if (!joined || !bareLines(text).every((line) => known.has(line))) return undefined;
  const { document, disagreements } = joined;
  return { state: 'heal', document, disagreements, safe: true, fromIndex: false };
}

/** Returns the lines without what depends on the lines around them. */
function bareLines(text: string): string[] {
  return text.split('\n').map((line) => line.trim().replace(/,$/, ''));
}

const HEALTHY: HealingPlan = { state: 'healthy' };

function fromIndex(plan: HealingPlan): HealingPlan {
  return plan.state === 'heal' ? { ...plan, fromIndex: true } : plan;
}

/** Joins a file with a copy that another program made of it. */
export function joinCopy(disk: FileReading, copy: FileReading): Omit<Joined, 'ours'> | undefined {
  const [ours, theirs] = [mergeableDocument(disk), mergeableDocument(copy)];
  return ours && theirs && join(undefined, ours, theirs);
}

function planUnmerged(stages: MergeStages, disk: FileReading): HealingPlan {
  const { ours, theirs } = stages;
  if (!ours && !theirs) return HEALTHY;
  if (!ours || !theirs) return planSurvivor(ours ?? theirs, ours ? 'ours' : 'theirs', disk);
  const joined = joinStages(stages);
  if (joined) return planOver(joined, stages, disk);
  const which = mergeableDocument(ours) ? 'The other side' : 'Our side';
  return { state: 'stuck', reason: `${which} cannot be read, or a newer version wrote it.` };
}

/** Plans for a file that one side deleted: keeping it loses nothing. */
function planSurvivor(survivor: FileReading | undefined, kept: 'ours' | 'theirs', disk: FileReading): HealingPlan {
  const document = mergeableDocument(survivor);
  if (disk.state !== 'absent' && disk.state !== 'broken') return { state: 'unstaged', kept };
  if (document) return { state: 'heal', document, disagreements: [], safe: true, fromIndex: true };
  return { state: 'stuck', reason: 'The side that was not deleted cannot be read.' };
}

function planOver(joined: Joined, { ours, theirs }: MergeStages, disk: FileReading): HealingPlan {
  const { document, disagreements } = joined;
  const isGits = disk.state === 'absent' || [ours, theirs].some((side) => textOf(side) === textOf(disk));
  if (isGits || disk.state === 'broken') return overwrite(document, disagreements, disk, true);
  const changed = readable(disk);
  if (!changed) return { state: 'stuck', reason: 'Writing the file in the work tree would lose something.' };
  // Somebody has edited the file since: their edits are merged as well, and they are asked.
  return overwrite(mergeDocuments(joined.ours, document, changed).document, disagreements, disk, false);
}

function overwrite(
  document: GoalDocument,
  disagreements: readonly Disagreement[],
  disk: FileReading,
  safe: boolean,
): HealingPlan {
  if (textOf(disk) === formatDocument(document)) return { state: 'unstaged', kept: undefined };
  return { state: 'heal', document, disagreements, safe, fromIndex: false };
}

function joinStages({ base, ours, theirs }: MergeStages): Joined | undefined {
  const [our, their] = [mergeableDocument(ours), mergeableDocument(theirs)];
  return our && their && join(documentIn(base), our, their);
}

/**
 * Joins the versions between the markers, one side after the other.
 * @param base the ancestor that git knows; else those that the markers show count
 */
function joinMarked(text: string, base: GoalDocument | undefined, depth = 0): Joined | undefined {
  const versions = depth < MAX_NESTED ? splitMarkers(text) : undefined;
  if (!versions) return undefined;
  const read = (version: string): FileReading => parseGoalFile(new TextEncoder().encode(version));
  const sides = versions.sides.map((version) => mergeableDocument(read(version), depth + 1));
  const [ours, ...others] = sides;
  const bases = versions.bases.map((version) => documentIn(read(version)));
  if (!ours) return undefined;
  let joined: Joined = { document: ours, disagreements: [], ours };
  for (const [place, side] of others.entries()) {
    if (!side) return undefined;
    const known = sides.length === 2 ? (base ?? bases[place]) : bases[place];
    const { document, disagreements } = join(known, joined.document, side);
    joined = { document, disagreements: [...joined.disagreements, ...disagreements], ours };
  }
  return joined;
}

/** Most conflicts within conflicts: more than a few are nobody's work. */
const MAX_NESTED = 8;

/** Merges two sides. A base is never written back, so it also counts where it would only open read-only; only a side must not. */
function join(base: GoalDocument | undefined, ours: GoalDocument, theirs: GoalDocument): Joined {
  const { document, disagreements } = mergeDocuments(base, ours, theirs);
  return { document, disagreements: [...disagreements, ...findDeletedWhileEdited(base, ours, theirs)], ours };
}

/** Returns the document of a side that may be merged and written; for committed markers, the merge of their sides. */
function mergeableDocument(reading: FileReading | undefined, depth = 0): GoalDocument | undefined {
  if (reading === undefined) return undefined;
  return readable(reading) ?? (hasMarkers(reading) ? joinMarked(reading.text, undefined, depth)?.document : undefined);
}

function readable(reading: FileReading): GoalDocument | undefined {
  return reading.state === 'ok' ? reading.document : undefined;
}

function hasMarkers(reading: FileReading): reading is FileReading & { readonly state: 'broken' } {
  return reading.state === 'broken' && reading.problems.some(({ code }) => code === 'merge-markers');
}

function textOf(reading: FileReading | undefined): string | undefined {
  return reading === undefined || reading.state === 'absent' ? undefined : reading.text;
}
