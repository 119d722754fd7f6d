import { readFile } from 'node:fs/promises';
import { watchGoalFiles } from '../../src/store/watchGoalFiles';

/** Resolves with the text of a file once it is as wanted; '' where there is no file. */
export function untilFile(file: string, isWanted: (text: string) => boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      readFile(file, 'utf8')
        .catch(() => '')
        .then((text) => {
          if (!isWanted(text)) return;
          watch.dispose();
          resolve(text);
        })
        .catch(reject);
    };
    const watch = watchGoalFiles([file], look);
    look();
  });
}
