/** Ids of the sample's goals that commits name. */
export const SAMPLE_GOALS = {
  readConfig: 'g-0000000001',
  retryUpload: 'g-0000000002',
  measureStart: 'g-0000000003',
} as const;
