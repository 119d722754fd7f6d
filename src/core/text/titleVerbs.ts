const SETS = new Map<string, ReadonlySet<string>>();

/** Returns the words of a list in the source; splits it once, when it is first asked for. */
export function wordsIn(list: string): ReadonlySet<string> {
  const known = SETS.get(list);
  if (known) return known;
  const words = new Set(list.split(/\s+/));
  SETS.set(list, words);
  return words;
}

/** English verbs of titles in a project, in their plain form. */
const ENGLISH = `accept achieve adapt add adjust adopt agree align allow analyse analyze announce answer apply approve archive arrange ask assess assign
attend audit automate avoid backport backup batch be become begin benchmark block book bring build bump buy bundle cache calculate call cancel
celebrate change check choose clarify clean clear close coach collect combine come commit compare complete compute configure confirm connect
consolidate contact contribute convert coordinate copy correct cover create cut debug decide declare decouple decrease define delegate delete
deliver demo deploy deprecate describe design detect develop disable discuss display document download draft draw drive drop edit eliminate
enable encrypt end enforce ensure establish estimate evaluate exclude expand explain explore export expose extend extract fetch fill find
finish fix focus follow format forward free gather generate get give go group grow guard handle harden have help hide hire hold host
identify implement import improve include increase inform inline inspect install integrate interview introduce invest investigate invite
isolate join keep know launch lead learn let limit link lint list listen load localize log look lower maintain make manage map mark match
measure meet mentor merge migrate minimize mock modernize monitor move name negotiate normalize notify obtain offer onboard open optimise
optimize order organise organize outline own pack pair park parse pass patch pause pay pick pilot pin plan play polish port post prepare present
prevent print prioritise prioritize process profile propose protect prototype prove provide publish pull purge push put raise reach read
rebase rebuild receive recommend record recover redesign redirect reduce refactor refine refresh reject release reload remind remove rename render
renew reopen repair repeat replace reply report request require rerun research reset resolve respond restart restore restructure retire retry
return reuse revert review revise rewrite rework roll rotate run sample save say scale scan schedule search secure see select sell send
separate serve set settle setup share ship shorten show shrink shut sign simplify skip solve sort spend split stabilise stabilize start
state stay stop store stream streamline strengthen study submit suggest support survey suspend switch sync tag take talk teach tell test tidy tie
track train translate treat triage trim try tune turn uninstall unblock understand undo unify update upgrade upload use validate verify
visit visualize wait walk warn watch win wire wrap write`;
/** Verbs in titles that describe a state to reach: "The build is green". */
const STATES =
  /^(?:is|are|has|have|can|does|was|were|will|must|shall|ist|sind|hat|haben|kann|können|wird|werden|läuft|laufen)$/;
/** Words that only look like German plain forms, which end a title ("Anmeldung prüfen"). */
const NO_GERMAN_VERBS = `gegen neben zwischen ohne oben unten innen außen hinten vorn vorne eben offen eigen sieben neun zehn wegen allen einen keinen seinen
ihren meinen unseren guten neuen alten großen kleinen ersten letzten nächsten anderen vielen wenigen beiden besten seven even often token then when
men ten golden hidden broken children frozen written screen green between garden oxygen kitchen lantern pattern modern northern western
eastern southern concern intern extern`;
const GERMAN_END = /(?:en|ern|eln)$/;
const SHORTEST_GERMAN = 5;

/** Tells whether a title says that something happens, in English or German; true if in doubt. */
export function hasVerb(title: string): boolean {
  const words = title.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const [english, noGerman] = [wordsIn(ENGLISH), wordsIn(NO_GERMAN_VERBS)];
  return words.some((word) => {
    const lower = word.toLowerCase();
    const isGerman = word === lower && word.length >= SHORTEST_GERMAN && GERMAN_END.test(word) && !noGerman.has(word);
    return STATES.test(lower) || isGerman || plainForms(lower).some((form) => english.has(form));
  });
}

function plainForms(word: string): string[] {
  const endings = [/s$/, /es$/, /^re-?/].map((ending) => word.replace(ending, ''));
  return [word, ...endings, word.replace(/ies$/, 'y')];
}
