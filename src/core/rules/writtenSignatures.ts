import { documentIn } from '../document/fileReading';
import { isObject, member } from '../document/json';
import { kindOfRecord } from '../model/kinds';
import { signatureKind } from '../model/signature';
import type { SourceReading } from './snapshot';

/** A signature as the shared file has it. */
export interface WrittenSignature {
  readonly id: string;
  /** Address of who gave it. */
  readonly by: string;
  /** When the record was made. */
  readonly stamp: string | undefined;
}

/** The signatures of the team that name who gave them. */
export function writtenSignatures(sources: readonly SourceReading[]): readonly WrittenSignature[] {
  return sources.flatMap(({ scope, reading }) => {
    const records = scope === 'team' ? documentIn(reading)?.records : undefined;
    return [...(records ?? [])].flatMap(([id, record]): WrittenSignature[] => {
      if (!isObject(record) || member(record, 'deleted') === true || kindOfRecord(id, record) !== signatureKind)
        return [];
      const [by, stamp] = [member(record, 'by'), member(record, 'created')];
      if (typeof by !== 'string') return [];
      return [{ id, by: by.toLowerCase(), stamp: typeof stamp === 'string' ? stamp : undefined }];
    });
  });
}
