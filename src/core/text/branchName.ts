import { foldText } from './foldText';

const MAX_SLUG = 40;

/** The branch for a goal, e.g. `g-4kq7w2m9xd-ship-the-login-page`: any title gives a name that git takes. */
export function branchNameFor(id: string, title: string): string {
  const slug = foldText(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? id : `${id}-${slug}`;
}
