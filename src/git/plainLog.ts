/** `git log` as a program reads it: no setting of the person adds anything, and all text is UTF-8. */
export const PLAIN_LOG = [
  'log',
  '--no-show-signature',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--encoding=UTF-8',
] as const;
