import { foldText } from './foldText';

const MAX_SLUG = 40;

/** Returns the branch name for a goal, e.g. `g-4kq7w2m9xd-ship-the-login-page`; git accepts it whatever the title is. */
export function branchNameFor(id: string, title: string): string {
  const slug = foldText(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? id : `${id}-${slug}`;
}
