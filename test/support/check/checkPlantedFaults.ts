import type { PlantedFault } from '../faults/plantedFaults';

/** Returns the text of a file of the project; undefined if there is none. */
type ReadFile = (name: string) => string | undefined;

/** Returns a line for each fault that could not be planted any more, or whose tests are gone: it would prove nothing. */
export function checkPlantedFaults(faults: readonly PlantedFault[], read: ReadFile): string[] {
  return faults.flatMap((fault) => {
    const gone = fault.tests.map((test) => `test/${test}.test.ts`).filter((test) => read(test) === undefined);
    const problem = plantingProblem(fault, read(fault.file));
    return [
      ...(problem === undefined ? [] : [problem]),
      ...gone.map((test) => `Planted fault "${fault.name}": there is no ${test}.`),
    ];
  });
}

/** Returns why a fault cannot be planted in the text of its file; undefined if it can. */
export function plantingProblem({ name, file, text }: PlantedFault, source: string | undefined): string | undefined {
  if (source === undefined) return `Planted fault "${name}": there is no ${file}.`;
  const count = source.split(text).length - 1;
  return count === 1 ? undefined : `Planted fault "${name}": its text stands ${count} times in ${file}, not once.`;
}
