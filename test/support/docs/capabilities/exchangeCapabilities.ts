import type { Capability } from './capability';

/** OKR practice, several teams, exchange with the outside. */
export const exchangeCapabilities: readonly Capability[] = [
  { number: 62, name: 'OKRs: align' },
  { number: 63, name: 'OKRs: follow up and review' },
  { number: 64, name: 'Several teams' },
  { number: 65, name: 'People without an editor contribute' },
  { number: 66, name: 'Several repositories' },
  { number: 67, name: 'References and import' },
  { number: 68, name: 'Mission, vision, strategic priorities' },
  { number: 69, name: 'Pitfalls are noticed' },
  { number: 70, name: 'A quarter in an hour' },
  { number: 71, name: 'What anyone expects of a goal' },
];
