import type { Snapshot } from '../../core/snapshot/snapshot';
import type { TermsWords } from '../../core/pacts/termsLines';
import { personWord } from '../texts/words';
import { declaredWord } from '../texts/declaredWord';

/** Terms in the language of the editor, with the names of people. */
export function termsWords({ people }: Snapshot): TermsWords {
  return { person: (address) => personWord(address, people), label: declaredWord };
}
