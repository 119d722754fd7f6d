import { LIMIT_FAULTS } from './limitFaults';
import { PLANTED_FAULTS, type PlantedFault } from './plantedFaults';
import { PLANTED_GIT_FAULTS } from './plantedGitFaults';
import { SHOWN_FAULTS } from './shownFaults';
import { TRUST_FAULTS } from './trustFaults';

/** The planted faults of all tables. */
export const ALL_FAULTS: readonly PlantedFault[] = [
  PLANTED_FAULTS,
  PLANTED_GIT_FAULTS,
  LIMIT_FAULTS,
  SHOWN_FAULTS,
  TRUST_FAULTS,
].flat();
