/** `git log` as a program reads it: no setting of the person adds anything, and all text is UTF-8. What could start a program is off in `gitCall`. */
export const PLAIN_LOG = ['log', '--no-color', '--encoding=UTF-8'] as const;
