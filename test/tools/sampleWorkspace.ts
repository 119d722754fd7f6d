// sampleWorkspace.js: makes the sample workspace and prints its path; whoever calls it removes the folder.
import { sampleWorkspace } from '../support/sampleWorkspace';

sampleWorkspace().then(
  ({ path }) => {
    console.log(path);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
