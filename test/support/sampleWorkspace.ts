import { sampleGoals } from './sampleGoals';
import { SAMPLE_GOALS } from './sampleIds';
import { configureIdentity, gitRepository, type GitRepository, type GitUser } from './gitRepository';

const ANA: GitUser = { name: 'Ana', email: 'ana@example.com' };
const BO: GitUser = { name: 'Bo', email: 'bo@example.com' };
const CY: GitUser = { name: 'Cy', email: 'cy@example.com' };

interface SampleCommit {
  readonly author: GitUser;
  /** Days before the day the sample is made. */
  readonly daysAgo: number;
  readonly file: string;
  readonly text: string;
  readonly message: string;
}

const HISTORY: readonly SampleCommit[] = [
  {
    author: ANA,
    daysAgo: 12,
    file: 'README.md',
    text: '# Parcel\n\nSends files where they are wanted.\n',
    message: 'Begin the project',
  },
  {
    author: ANA,
    daysAgo: 11,
    file: 'src/config.js',
    text: "export const config = { target: 'https://files.example.com', retries: 3 };\n",
    message: `Read the configuration from one place\n\nGoal: ${SAMPLE_GOALS.readConfig}`,
  },
  {
    author: BO,
    daysAgo: 9,
    file: 'src/upload.js',
    text: "import { config } from './config.js';\n\nexport const upload = (file) => fetch(config.target, { method: 'PUT', body: file });\n",
    message: `Upload a file\n\nGoal: ${SAMPLE_GOALS.retryUpload}`,
  },
  {
    author: ANA,
    daysAgo: 7,
    file: 'src/config.js',
    text: "export const config = { target: process.env.PARCEL_TARGET ?? 'https://files.example.com', retries: 3 };\n",
    message: `Let the environment name the target\n\nCloses-Goal: ${SAMPLE_GOALS.readConfig}`,
  },
  {
    author: BO,
    daysAgo: 4,
    file: 'src/retry.js',
    text: 'export async function retry(times, action) {\n  for (let left = times; ; left--) {\n    try {\n      return await action();\n    } catch (error) {\n      if (left === 0) throw error;\n    }\n  }\n}\n',
    message: `Try again when the network fails\n\nGoal: ${SAMPLE_GOALS.retryUpload}`,
  },
  {
    author: CY,
    daysAgo: 1,
    file: 'bench/start.js',
    text: "const start = performance.now();\nawait import('../src/upload.js');\nconsole.log(`${(performance.now() - start).toFixed(1)} ms`);\n",
    message: `Measure how long the start takes\n\nGoal: ${SAMPLE_GOALS.measureStart}`,
  },
];

/** Makes a team's repository with a short history in an empty folder. Its user is Ana; `now` is the day the history leads to. */
export async function sampleWorkspace(folder: string, now = new Date()): Promise<GitRepository> {
  const repository = gitRepository(folder);
  await repository.git('init', '--quiet', '--initial-branch=main');
  await configureIdentity(repository, ANA);
  await repository.write('.microgoals/goals.json', sampleGoals(now));
  for (const { author, daysAgo, file, text, message } of HISTORY) {
    await repository.write(file, text);
    const date = new Date(now.getTime() - daysAgo * 24 * 60 * 60 * 1000);
    await repository.commit(message, author, date.toISOString());
  }
  return repository;
}
