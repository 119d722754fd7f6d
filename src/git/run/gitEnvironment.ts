/** Variables that tell where the settings are and how far to search for a repository; all other GIT_* steer a single command. */
const KEPT = [
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
];
/** Variables that name programs with which git would ask a person something; no command of ours asks. */
const PROGRAMS = ['EDITOR', 'VISUAL', 'PAGER', 'SSH_ASKPASS'];
/**
 * Variables that all our git processes get. Without GIT_FLUSH=0, git would write each commit of a long history to the pipe on its own,
 * which doubles the reading time. History is what was committed, whatever replacements or grafts a repository brings for it (no grafts file
 * exists below a device).
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
 * Variables that keep our commands from talking to a remote; a remote that a repository names may be a program. Git before 2.45 does not
 * know the first: it begins to fetch an object that a partial clone lacks, but no protocol is allowed. An empty list could get lost on
 * Windows.
 */
export const LOCAL_ONLY: Readonly<NodeJS.ProcessEnv> = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };

/** Names beginning with GIT_ that the environment of a git process may have. */
export const GIT_VARIABLES: readonly string[] = [
  ...KEPT,
  ...Object.keys({ ...OURS, ...LOCAL_ONLY }).filter((name) => name.startsWith('GIT_')),
];

/**
 * Returns the part of the ambient environment that a git process keeps, and the variables that all of ours get. GIT_DIR and GIT_INDEX_FILE
 * are dropped, also inside a hook: a hook starts at the top of its work tree, where git finds the same repository, and an editor started
 * from a hook must not stay bound to that one.
 */
export function gitEnvironment(ambient: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(ambient).filter(([name]) => {
    const upper = name.toUpperCase();
    return upper.startsWith('GIT_') ? KEPT.includes(upper) : !PROGRAMS.includes(upper);
  });
  return { ...Object.fromEntries(kept), ...OURS };
}
