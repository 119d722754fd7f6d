import { documentIn } from '../../core/document/fileReading';
import { isObject, member, textMember } from '../../core/document/json';
import { kindLetter } from '../../core/document/recordId';
import type { PersonChoice } from '../../core/text/matchPerson';
import type { VerbPlace } from './verbPlace';
import { myAddress } from '../../app/placeFacts';

/** Returns everybody who can own a goal: people from history, people from the files, and `me`. */
export async function readPeople(place: VerbPlace): Promise<readonly PersonChoice[]> {
  const [fromHistory, fromFiles, me] = await Promise.all([
    historyPeople(place),
    recordedPeople(place),
    myAddress(place),
  ]);
  const myself = me === undefined ? [] : [{ id: me, name: 'me' }];
  return [...fromHistory, ...fromFiles, ...myself];
}

async function historyPeople({ repository }: VerbPlace): Promise<PersonChoice[]> {
  if (!repository) return [];
  const { authors } = await import('../../git/run/repositoryFacts');
  return (await authors(repository)).map(({ name, email }) => ({ id: email, name }));
}

async function recordedPeople({ shared }: VerbPlace): Promise<PersonChoice[]> {
  return [...(documentIn(await shared.read())?.records ?? [])].flatMap(([id, record]) => {
    if (kindLetter(id) !== 'p' || !isObject(record) || member(record, 'deleted') === true) return [];
    const name = textMember(record, 'name');
    return name === undefined ? [] : [{ id, name }];
  });
}
