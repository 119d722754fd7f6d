/** What says where the settings are and how far to look for a repository; everything else named GIT_* steers one single command. */
const KEPT = [
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
];
/** Programs that git would start to ask a person something; no command of ours asks. */
const PROGRAMS = ['EDITOR', 'VISUAL', 'PAGER', 'SSH_ASKPASS'];
/**
 * GIT_FLUSH: git would write each commit of a long history to the pipe on its own, which doubles the time of a reading. History is
 * what was committed, whatever replacements or grafts (of which there is no file below a device) a repository brings for it.
 */
const OURS = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_FLUSH: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null/none',
};

/**
 * Nothing of ours talks to a remote, and a remote that a repository names may be a program. Git before 2.45 does not know the first:
 * it begins to fetch an object that a partial clone lacks, but no protocol is allowed. An empty list could get lost on Windows.
 */
export const LOCAL_ONLY: Readonly<NodeJS.ProcessEnv> = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };

/** Every name beginning with GIT_ that the environment of a git process may have. */
export const GIT_VARIABLES: readonly string[] = [
  ...KEPT,
  ...Object.keys({ ...OURS, ...LOCAL_ONLY }).filter((name) => name.startsWith('GIT_')),
];

/**
 * Returns what a git process keeps of the environment around it, and what all of ours set. GIT_DIR and GIT_INDEX_FILE go, also inside a hook: a hook starts at the
 * top of its work tree, where git finds the same repository, and an editor started from a hook must not hold on to that one.
 */
export function gitEnvironment(ambient: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(ambient).filter(([name]) => {
    const upper = name.toUpperCase();
    return upper.startsWith('GIT_') ? KEPT.includes(upper) : !PROGRAMS.includes(upper);
  });
  return { ...Object.fromEntries(kept), ...OURS };
}
